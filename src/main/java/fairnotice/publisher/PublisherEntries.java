package fairnotice.publisher;

import fairnotice.access.Actor;
import fairnotice.access.SecurityEvent;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Writes down who said what of the publisher, and in the security log what becomes of the address that links lead to. */
@Service
class PublisherEntries {

    static final String SUBJECT = "PUBLISHER";

    private final Ledger ledger;
    private final Clock clock;

    PublisherEntries(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void changed(Publisher before, Publisher after, Actor by) {
        ledger.record(compared(entry("publisher.changed", by), before, after)
                .changed("askedAddress", asked(before), asked(after)));
        if (!Objects.equals(before.address(), after.address())) {
            event("public-address-changed", by).fact("single-handed", true).log();
        } else if (!Objects.equals(before.asked(), after.asked())) {
            event("public-address-asked", by).log();
        }
    }

    void confirmed(Publisher before, Publisher after, Actor by) {
        ledger.record(compared(entry("publisher.address-confirmed", by), before, after)
                .with("askedBy", before.asked().askedBy()));
        event("public-address-changed", by)
                .fact("asked-by", before.asked().askedBy())
                .log();
    }

    void refused(RequestedAddress request, Actor by) {
        boolean own = by.id().equals(request.askedBy());
        ledger.record(entry(own ? "publisher.address-taken-back" : "publisher.address-refused", by)
                .with("address", request.address())
                .with("askedBy", request.askedBy()));
        event(own ? "public-address-taken-back" : "public-address-refused", by).log();
    }

    private static Entry compared(Entry entry, Publisher before, Publisher after) {
        return entry.changed("name", before.name(), after.name())
                .changed("imprint", before.imprint(), after.imprint())
                .changed("privacy", before.privacy(), after.privacy())
                .changed("accent", before.accent(), after.accent())
                .changed("address", before.address(), after.address())
                .changed("logo", before.logo(), after.logo());
    }

    private static String asked(Publisher publisher) {
        return publisher.asked() == null ? null : publisher.asked().address();
    }

    private Entry entry(String kind, Actor by) {
        return Entry.of(kind, SUBJECT, by.id(), clock.instant());
    }

    private static SecurityEvent event(String name, Actor by) {
        return SecurityEvent.done(name).fact("actor", by.id());
    }
}
