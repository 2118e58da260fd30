package fairnotice.objection;

import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer takes its objection back, confirmed with a code. */
@Service
public class WithdrawingObjection {

    private final Objections objections;
    private final Threads threads;
    private final ElapsedDates elapsed;
    private final ConfirmingSteps confirming;
    private final ConfirmingByCode codes;
    private final Ledger ledger;
    private final Clock clock;

    WithdrawingObjection(
            Objections objections,
            Threads threads,
            ElapsedDates elapsed,
            ConfirmingSteps confirming,
            ConfirmingByCode codes,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.elapsed = elapsed;
        this.confirming = confirming;
        this.codes = codes;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public Objection drop(String reference, String by, String code) {
        Instant now = clock.instant();
        Objection objection = elapsed.at(now, objections.lock(reference), CustomerStep.WITHDRAW);
        Objection withdrawn = objection.withdrawn(now);
        long holder = codes.confirm(objection, Act.DROP.on(objection), code, by);
        objections.save(withdrawn);
        threads.say(objection.id(), now, by, ThreadMessage.Kind.WITHDRAWN, false, "", List.of());
        confirming.withdrawn(withdrawn, objection.state());
        ledger.record(
                ObjectionEntries.of("objection.dropped", objection, by, now).with("confirmedBy", holder));
        return withdrawn;
    }
}
