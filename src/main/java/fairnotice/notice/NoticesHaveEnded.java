package fairnotice.notice;

import fairnotice.change.PublicationConditions;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.customer.Customers;
import fairnotice.refusal.Phrase;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Invariant 1: no version that rests on a NOTICE-track change before each entitled customer's notice has ended or that customer was
 * left out by a recorded decision.
 */
@Service
class NoticesHaveEnded implements PublicationConditions {

    private final ReadingNoticePeriods clocks;
    private final Dispatches tellings;
    private final Customers customers;

    NoticesHaveEnded(ReadingNoticePeriods clocks, Dispatches tellings, Customers customers) {
        this.clocks = clocks;
        this.tellings = tellings;
        this.customers = customers;
    }

    @Override
    public Optional<String> missing(VendorChange change, Instant at) {
        if (change.round().track() != Track.NOTICE) {
            return Optional.empty();
        }
        Optional<Dispatch> announcement =
                tellings.last(change.reference(), change.round().number(), Occasion.ANNOUNCEMENT);
        Optional<ChangeDates> dates = clocks.dates(change.reference());
        if (announcement.isEmpty() || dates.isEmpty()) {
            return missing("not-announced");
        }
        if (customers.newestRevision(change.register()) > announcement.get().cursor()) {
            return missing("not-settled");
        }
        return stillRunning(dates.get(), at);
    }

    static Optional<String> stillRunning(ChangeDates dates, Instant at) {
        if (dates.unstarted() > 0) {
            return missing("not-reached", dates.unstarted());
        }
        return at.isBefore(dates.goLiveAt()) ? missing("not-over", dates.goLiveAt()) : Optional.empty();
    }

    private static Optional<String> missing(String condition, Object... arguments) {
        return Optional.of(Phrase.of("said.condition." + condition, arguments).english());
    }
}
