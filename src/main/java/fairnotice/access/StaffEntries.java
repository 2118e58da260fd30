package fairnotice.access;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Writes down what became of accounts: in the ledger, and in the security log without names and addresses. */
@Service
class StaffEntries {

    private final Ledger ledger;
    private final Clock clock;

    StaffEntries(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * How a step came about.
     *
     * @param askedBy whose request it was; null where nobody had to confirm it
     * @param singleHanded whether it would have had to be confirmed, and there was nobody else
     */
    record Way(Actor by, String askedBy, boolean singleHanded) {

        static Way of(Actor by) {
            return new Way(by, null, false);
        }

        static Way alone(Actor by) {
            return new Way(by, null, true);
        }

        static Way confirmed(Actor by, StaffRequest request) {
            return new Way(by, request.askedBy(), false);
        }
    }

    /** @param before null for a new account */
    void hired(Staff before, Staff staff, Way way) {
        changed("staff.hired", before, staff, way);
    }

    void changed(Staff before, Staff staff, Way way) {
        changed("staff.changed", before, staff, way);
    }

    private void changed(String kind, Staff before, Staff staff, Way way) {
        Entry entry = entry(kind, staff.username(), way)
                .with("name", staff.name())
                .with("email", staff.email())
                .with("roles", staff.roles().stream().sorted().toList())
                .with("registers", HeldRoles.registers(staff.held()));
        ledger.record(compared(entry, before, staff));
        event("account-changed", staff.username(), way)
                .fact("roles", HeldRoles.written(staff.held()))
                .log();
    }

    private static Entry compared(Entry entry, Staff before, Staff after) {
        return entry.changed("name", before == null ? null : before.name(), after.name())
                .changed("email", before == null ? null : before.email(), after.email())
                .changed(
                        "roles",
                        before == null ? null : HeldRoles.written(before.held()),
                        HeldRoles.written(after.held()));
    }

    void activated(Staff staff, Way way) {
        ledger.record(entry("staff.activated", staff.username(), way));
        event("account-activated", staff.username(), way)
                .fact("roles", HeldRoles.written(staff.held()))
                .log();
    }

    void dismissed(String username, Actor by) {
        ledger.record(entry("staff.dismissed", username, Way.of(by)));
        event("account-closed", username, Way.of(by)).log();
    }

    /** @param before null for a new account */
    void asked(Staff before, StaffRequest request, Actor by) {
        String kind = switch (request.kind()) {
            case ACTIVATION -> "staff.activation-asked";
            case FACTOR_RESET -> "staff.factor-reset-asked";
            case NEW, CHANGE -> "staff.change-asked";
        };
        Staff wanted = request.wanted(before);
        ledger.record(compared(
                entry(kind, request.username(), Way.of(by))
                        .with("email", request.email())
                        .with("roles", wanted.roles().stream().sorted().toList())
                        .with("registers", HeldRoles.registers(wanted.held())),
                before,
                wanted));
        event("account-asked", request.username(), Way.of(by))
                .fact("roles", HeldRoles.written(wanted.held()))
                .log();
    }

    void withdrawn(StaffRequest request, Actor by) {
        boolean own = StaffRules.isTakenBack(by, request);
        String kind = own ? "staff.request-taken-back" : "staff.request-refused";
        ledger.record(entry(kind, request.username(), new Way(by, request.askedBy(), false)));
        event(own ? "account-request-taken-back" : "account-request-refused", request.username(), Way.of(by))
                .log();
    }

    /** In the ledger alone: the same is done for who is nobody, and then undone. */
    void passwordLinkSent(String username, Actor by) {
        ledger.record(entry("staff.password-link-sent", username, Way.of(by)));
    }

    void passwordChosen(Staff staff) {
        ledger.record(entry("staff.password-chosen", staff.username(), Way.of(staff.actor())));
        event("password-chosen", staff.username(), Way.of(staff.actor())).log();
    }

    void providerLinked(String username) {
        ledger.record(entry("staff.provider-linked", username, Way.of(Actor.SYSTEM)));
        event("provider-linked", username, Way.of(Actor.SYSTEM)).log();
    }

    void factorSetUp(Actor by) {
        ledger.record(entry("staff.factor-set-up", by.id(), Way.of(by)));
        event("second-factor-set-up", by.id(), Way.of(by)).log();
    }

    void factorSwitchedOff(Actor by) {
        ledger.record(entry("staff.factor-switched-off", by.id(), Way.of(by)));
        event("second-factor-switched-off", by.id(), Way.of(by)).log();
    }

    void factorReset(String username, Way way) {
        ledger.record(entry("staff.factor-reset", username, way));
        event("second-factor-reset", username, way).log();
    }

    void recoveryCodesRenewed(Actor by) {
        ledger.record(entry("staff.recovery-codes-renewed", by.id(), Way.of(by)));
        event("recovery-codes-renewed", by.id(), Way.of(by)).log();
    }

    /** By whoever had it; the account is all that is known. */
    void recoveryCodeUsed(String username) {
        ledger.record(Entry.of("staff.recovery-code-used", "STAFF-" + username, username, clock.instant()));
        SecurityEvent.done("recovery-code").fact("account", username).log();
    }

    void sessionsEnded(String username, int sessions, Actor by) {
        ledger.record(entry("staff.sessions-ended", username, Way.of(by)).with("sessions", sessions));
        event("sessions-ended", username, Way.of(by)).fact("sessions", sessions).log();
    }

    private Entry entry(String kind, String username, Way way) {
        return Entry.of(kind, "STAFF-" + username, way.by().id(), clock.instant())
                .with("askedBy", way.askedBy())
                .with("singleHanded", way.singleHanded() ? true : null);
    }

    private static SecurityEvent event(String name, String username, Way way) {
        return SecurityEvent.done(name)
                .fact("actor", way.by().id())
                .fact("account", username)
                .fact("asked-by", way.askedBy())
                .fact("single-handed", way.singleHanded() ? true : null);
    }
}
