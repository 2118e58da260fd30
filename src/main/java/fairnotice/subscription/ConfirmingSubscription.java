package fairnotice.subscription;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The owner of an address says yes. */
@Service
public class ConfirmingSubscription {

    private final SubscriptionLinks links;
    private final Subscriptions subscriptions;
    private final Ledger ledger;
    private final Clock clock;

    ConfirmingSubscription(SubscriptionLinks links, Subscriptions subscriptions, Ledger ledger, Clock clock) {
        this.links = links;
        this.subscriptions = subscriptions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Confirming twice is confirming once. @throws SubscriptionRefused when the link cannot confirm, or no longer */
    @Transactional
    public void confirm(String token) {
        Link link = links.read(token);
        Instant now = clock.instant();
        Subscription held = subscriptions
                .lock(link.subject())
                .filter(subscription -> link.purpose() == LinkPurpose.CONFIRM_SUBSCRIPTION)
                .orElseThrow(() -> new SubscriptionRefused(Phrase.of("refused.subscription.not-confirming")));
        if (held.isOnList()) {
            return;
        }
        if (!held.mayConfirm(link.epoch(), now)) {
            throw new SubscriptionRefused(Phrase.of("refused.subscription.old-link"));
        }
        subscriptions.save(held.confirm(now));
        String who = "subscriber:" + held.id();
        ledger.record(Entry.of("subscription.confirmed", who, who, now).with("register", held.register()));
    }
}
