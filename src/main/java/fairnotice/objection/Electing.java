package fairnotice.objection;

import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Marks a case as ended by a termination; joins the transaction in which the termination itself is recorded. */
@Service
public class Electing {

    private final Objections objections;
    private final Ledger ledger;
    private final Clock clock;

    Electing(Objections objections, Ledger ledger, Clock clock) {
        this.objections = objections;
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
        return mustBeOpen(objections.named(reference));
    }

    /** As {@link #open}, and held for the rest of the transaction, so that nobody else moves it. */
    @Transactional
    public Objection hold(String reference) {
        return mustBeOpen(objections.hold(reference));
    }

    private Objection mustBeOpen(Objection objection) {
        objection.elected(clock.instant(), clock.instant());
        return objection;
    }

    /** @param leaves when the last of the orders chosen has ended */
    @Transactional
    public Objection elect(String reference, Instant leaves, String by) {
        Instant now = clock.instant();
        Objection objection = objections.hold(reference);
        Objection elected = objection.elected(leaves, now);
        objections.keep(elected);
        ledger.record(CaseEntries.of("objection.termination-elected", objection, by, now)
                .with("leaves", leaves));
        return elected;
    }
}
