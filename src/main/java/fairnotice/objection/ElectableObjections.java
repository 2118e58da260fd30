package fairnotice.objection;

import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Objections because of which orders may be terminated, and how one ends so; joins the transaction in which the termination itself is recorded. */
@Service
public class ElectableObjections {

    private final Objections objections;
    private final Threads threads;
    private final ElapsedDates elapsed;
    private final Ledger ledger;
    private final Clock clock;

    ElectableObjections(Objections objections, Threads threads, ElapsedDates elapsed, Ledger ledger, Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.elapsed = elapsed;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The case, only read, when orders may be ended because of it now.
     *
     * @throws fairnotice.refusal.Refused saying where it stands instead
     */
    @Transactional(readOnly = true)
    public Objection open(String reference) {
        return mustBeOpen(objections.getByReference(reference), clock.instant());
    }

    /** As {@link #open}, and locked for the rest of the transaction, so that nobody else moves it. */
    @Transactional
    public Objection lock(String reference) {
        Instant arrived = clock.instant();
        return mustBeOpen(objections.lock(reference), arrived);
    }

    private Objection mustBeOpen(Objection objection, Instant at) {
        return elapsed.at(at, objection, CustomerStep.ELECT)
                .allow(CustomerStep.ELECT, "refused.moved.ended-by-a-termination");
    }

    /**
     * @param leaves when the last of the orders chosen has ended
     * @param ends which orders end and on which day, in words for the record of the case
     * @param holder id of the contact that confirmed it
     * @param at when the customer chose
     */
    @Transactional
    public Objection elect(String reference, Instant leaves, String ends, long holder, Instant at, String by) {
        Objection objection = elapsed.at(at, objections.lock(reference), CustomerStep.ELECT);
        Objection elected = objection.elected(leaves);
        objections.save(elected);
        threads.say(objection.id(), at, by, ThreadMessage.Kind.ELECTED, false, ends, List.of());
        ledger.record(ObjectionEntries.of("objection.termination-elected", objection, by, at)
                .with("leaves", leaves)
                .with("confirmedBy", holder));
        return elected;
    }
}
