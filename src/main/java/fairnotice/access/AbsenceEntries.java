package fairnotice.access;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Writes down who stands in for whom, in the ledger and in the security log. */
@Service
class AbsenceEntries {

    private final Ledger ledger;
    private final Clock clock;

    AbsenceEntries(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param lent what the deputy does not hold already */
    void arranged(Absence absence, Map<Role, Scope> lent, Actor by) {
        record(absence.confirmed() ? "staff.absence-arranged" : "staff.absence-asked", absence, lent, by);
        event(absence.confirmed() ? "absence-arranged" : "absence-asked", absence, lent, by)
                .log();
    }

    void confirmed(Absence absence, Map<Role, Scope> lent, Actor by) {
        record("staff.absence-confirmed", absence, lent, by);
        event("absence-arranged", absence, lent, by)
                .fact("asked-by", absence.askedBy())
                .log();
    }

    void ended(Absence absence, Actor by) {
        record("staff.absence-ended", absence, Map.of(), by);
        event("absence-ended", absence, Map.of(), by).log();
    }

    private void record(String kind, Absence absence, Map<Role, Scope> lent, Actor by) {
        ledger.record(Entry.of(kind, "STAFF-" + absence.username(), by.id(), clock.instant())
                .with("deputy", absence.deputy())
                .with("firstDay", absence.firstDay())
                .with("lastDay", absence.lastDay())
                .with(
                        "roles",
                        lent.isEmpty() ? null : lent.keySet().stream().sorted().toList())
                .with("registers", HeldRoles.registers(lent))
                .with("askedBy", absence.askedBy().equals(by.id()) ? null : absence.askedBy()));
    }

    private static SecurityEvent event(String name, Absence absence, Map<Role, Scope> lent, Actor by) {
        return SecurityEvent.done(name)
                .fact("actor", by.id())
                .fact("account", absence.username())
                .fact("deputy", absence.deputy())
                .fact("roles", lent.isEmpty() ? null : HeldRoles.written(lent));
    }
}
