package fairnotice.notice;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outgoing;
import fairnotice.notice.ExpandingDispatch.Cut;
import fairnotice.subscription.Subscriber;
import fairnotice.subscription.Subscribers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** A page of subscribers. A contract notice suppresses the subscriber's copy to the same address. */
@Service
class SubscriberBatch {

    private final Subscribers subscribers;
    private final Mailings mailings;

    SubscriberBatch(Subscribers subscribers, Mailings mailings) {
        this.subscribers = subscribers;
        this.mailings = mailings;
    }

    Cut cut(Dispatch telling) {
        long after = telling.subscriberCursor();
        List<Subscriber> page = subscribers.page(telling.register(), after, ExpandingDispatch.PAGE);
        Set<String> told = mailings.addressed(
                telling.contractualMailing(),
                page.stream().map(Subscriber::email).toList());
        mailings.append(
                telling.newsletterMailing(),
                page.stream()
                        .filter(subscriber -> !told.contains(subscriber.email().toLowerCase(Locale.ROOT)))
                        .map(SubscriberBatch::message)
                        .toList());
        long cursor = page.isEmpty() ? after : page.get(page.size() - 1).id();
        return new Cut(cursor, page.size() < ExpandingDispatch.PAGE);
    }

    private static Outgoing message(Subscriber subscriber) {
        return new Outgoing(
                        subscriber.id(),
                        subscriber.id(),
                        subscriber.email(),
                        null,
                        Map.of(),
                        new Link(LinkPurpose.SUBSCRIPTION, subscriber.id(), subscriber.id(), subscriber.epoch()))
                .in(subscriber.language());
    }
}
