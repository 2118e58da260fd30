package fairnotice.change;

import fairnotice.access.Actor;
import fairnotice.calendar.Days;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.TextRules;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moving the first day of use: to a later day, and from there to another, also an earlier one, should the first have been a slip. No day
 * chosen here shortens a notice; the latest of all days counts.
 */
@Service
public class PostponingChange {

    private final Registers registers;
    private final VendorChanges changes;
    private final ChangeProcess process;
    private final Deciders deciders;
    private final Ledger ledger;
    private final Clock clock;

    PostponingChange(
            Registers registers,
            VendorChanges changes,
            ChangeProcess process,
            Deciders deciders,
            Ledger ledger,
            Clock clock) {
        this.deciders = deciders;
        this.registers = registers;
        this.changes = changes;
        this.process = process;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param to first day of use, in the register's zone; later than today */
    @Transactional
    public void postpone(String reference, LocalDate to, String reason, Actor actor) {
        VendorChange change = changes.lock(reference);
        StaffRules.mayPostpone(change, actor);
        if (change.state() == ChangeState.DECIDING || change.postponedTo() != null) {
            deciders.check(change, actor);
        }
        Register register = registers.getById(change.register());
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, register.zone());
        TextRules rules = new TextRules()
                .paragraph("reason", "refused.name.postponement-reason", reason)
                .refuseIf(to == null, "to", "refused.postponement.day");
        PlannedDay.check(rules, "to", to, Days.after(today), "refused.postponement.past-day", today);
        rules.orRefuse();
        changes.save(change.postponed(to, now));
        ledger.record(ChangeEntries.of("change.postponed", change, actor, now)
                .with("from", change.postponedTo())
                .with("to", to)
                .with("reason", reason));
        process.datesMoved(reference);
    }
}
