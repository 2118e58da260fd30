package fairnotice.register;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Writes down what became of a register's settings and its promise. */
@Service
class RegisterEntries {

    private final Ledger ledger;

    RegisterEntries(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param askedBy whose request it was; null where nobody had to confirm it
     * @param singleHanded whether whoever asked confirmed it, since there was nobody else
     */
    void changed(Register before, Register after, Actor by, String askedBy, boolean singleHanded, Instant now) {
        boolean promise = before.policy().version() != after.policy().version();
        ledger.record(RegisterFields.changed(
                Entry.of(promise ? "register.policy-changed" : "register.settings-changed", after.id(), by.id(), now)
                        .with("policy version", after.policy().version())
                        .with("askedBy", askedBy)
                        .with("singleHanded", singleHanded ? true : null),
                before,
                after));
    }

    void asked(Register before, Register wanted, Actor by, Instant now) {
        ledger.record(
                RegisterFields.changed(Entry.of("register.change-asked", wanted.id(), by.id(), now), before, wanted));
    }

    void refused(RegisterRequest request, Actor by, Instant now) {
        boolean own = RegisterRules.isTakenBack(by, request);
        ledger.record(Entry.of(
                        own ? "register.change-withdrawn" : "register.change-refused", request.register(), by.id(), now)
                .with("askedBy", own ? null : request.askedBy()));
    }

    void takenOver(String register, Actor by, Instant now) {
        ledger.record(Entry.of("register.taken-over", register, by.id(), now));
    }

    void archived(String register, Actor by, Instant now) {
        ledger.record(Entry.of("register.archived", register, by.id(), now));
    }

    void broughtBack(String register, Actor by, Instant now) {
        ledger.record(Entry.of("register.brought-back", register, by.id(), now));
    }
}
