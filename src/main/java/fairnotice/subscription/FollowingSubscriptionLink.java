package fairnotice.subscription;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.refusal.Phrase;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the page behind a link says. Changes nothing: mail scanners follow links too. */
@Service
public class FollowingSubscriptionLink {

    private final SubscriptionLinks links;
    private final Subscriptions subscriptions;
    private final Clock clock;

    FollowingSubscriptionLink(SubscriptionLinks links, Subscriptions subscriptions, Clock clock) {
        this.links = links;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** @throws SubscriptionRefused when the link is not one of ours */
    @Transactional(readOnly = true)
    public Followed follow(String token) {
        Link link = links.read(token);
        Subscription subscription = subscriptions
                .find(link.subject())
                .orElseThrow(() -> new SubscriptionRefused(Phrase.of("refused.subscription.nothing-kept")));
        return new Followed(subscription.register(), offer(link, subscription));
    }

    private Offer offer(Link link, Subscription subscription) {
        boolean confirms = link.purpose() == LinkPurpose.CONFIRM_SUBSCRIPTION;
        if (subscription.isOnList()) {
            return confirms ? Offer.CONFIRMED : Offer.LEAVE;
        }
        if (!confirms) {
            return Offer.LEFT;
        }
        return subscription.mayConfirm(link.epoch(), clock.instant()) ? Offer.CONFIRM : Offer.TOO_LATE;
    }

    /** @param register id of the register whose list it is */
    public record Followed(String register, Offer offer) {}

    /** What can be done with the link now, or was done with it. */
    public enum Offer {
        CONFIRM,
        CONFIRMED,
        /** It was asked for too long ago, or its owner has left since. */
        TOO_LATE,
        LEAVE,
        LEFT
    }
}
