package fairnotice.register;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Publishes a register that there was not before, through whichever door it came: version 1 of its list and of its promise. */
@Service
class TakingInRegister {

    private final StoredRegisters stored;
    private final RegisterVersions versions;
    private final Ledger ledger;

    TakingInRegister(StoredRegisters stored, RegisterVersions versions, Ledger ledger) {
        this.stored = stored;
        this.versions = versions;
        this.ledger = ledger;
    }

    Register takeIn(RegisterFile file, Origin origin, Actor by, Instant now) {
        Register register = file.register().promising(file.register().policy().numbered(1));
        stored.add(register, origin, now);
        versions.add(new RegisterVersion(register.id(), 1, now, file.entries(), file.history(), null));
        ledger.record(RegisterFields.changed(
                        Entry.of(
                                        origin == Origin.FILE ? "register.loaded" : "register.added",
                                        register.id(),
                                        by.id(),
                                        now)
                                .with("policy version", register.policy().version()),
                        null,
                        register)
                .changed(
                        "entries",
                        null,
                        file.entries().stream().map(Subprocessor::name).collect(Collectors.joining(", "))));
        return register;
    }
}
