package fairnotice.subscription;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.SignedLinks;
import fairnotice.refusal.Phrase;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads the links that letters to subscribers carry. */
@Service
class SubscriptionLinks {

    private final SignedLinks links;

    SubscriptionLinks(SignedLinks links) {
        this.links = links;
    }

    /** @throws SubscriptionRefused when the link is not one of ours, or is good for something else */
    Link read(String token) {
        Optional<Link> link = links.read(token).filter(SubscriptionLinks::isOurs);
        return link.orElseThrow(() -> new SubscriptionRefused(Phrase.of("refused.subscription.link")));
    }

    private static boolean isOurs(Link link) {
        return link.purpose() == LinkPurpose.CONFIRM_SUBSCRIPTION || link.purpose() == LinkPurpose.SUBSCRIPTION;
    }
}
