package fairnotice.subscription;

import fairnotice.access.Link;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A subscriber leaves the list. Contractual notices do not pass through it and so never stop because of it. */
@Service
public class LeavingList {

    private final SubscriptionLinks links;
    private final Subscriptions subscriptions;
    private final Ledger ledger;
    private final Clock clock;

    LeavingList(SubscriptionLinks links, Subscriptions subscriptions, Ledger ledger, Clock clock) {
        this.links = links;
        this.subscriptions = subscriptions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Any letter that was ever sent lets its reader leave, however old its link: who asks to be left alone is. The link of an unanswered
     * confirmation withdraws the asking. Leaving twice is leaving once.
     *
     * @throws SubscriptionRefused when the link is not one of ours
     */
    @Transactional
    public void leave(String token) {
        Link link = links.read(token);
        Instant now = clock.instant();
        Subscription held = subscriptions
                .lock(link.subject())
                .orElseThrow(() -> new SubscriptionRefused(Phrase.of("refused.subscription.nothing-kept")));
        if (held.leftAt() == null) {
            subscriptions.save(held.leave(now));
            String who = "subscriber:" + held.id();
            ledger.record(Entry.of("subscription.left", who, who, now).with("register", held.register()));
        }
    }
}
