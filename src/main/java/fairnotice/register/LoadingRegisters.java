package fairnotice.register;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the register files into the database, which owns the lists from the first load on. */
@Service
public class LoadingRegisters {

    private final RegisterFiles files;
    private final Registers registers;
    private final StoredRegisters stored;
    private final RegisterVersions versions;
    private final Ledger ledger;
    private final Clock clock;

    LoadingRegisters(
            RegisterFiles files,
            Registers registers,
            StoredRegisters stored,
            RegisterVersions versions,
            Ledger ledger,
            Clock clock) {
        this.files = files;
        this.registers = registers;
        this.stored = stored;
        this.versions = versions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Loads every file; the first time as version 1, later for settings and policy only. */
    @Transactional
    public List<Loaded> load() {
        Instant now = clock.instant();
        return files.all().stream()
                .map(file -> registers
                        .find(file.register().id())
                        .map(known -> again(file, known, now))
                        .orElseGet(() -> first(file, now)))
                .toList();
    }

    private Loaded first(RegisterFile file, Instant now) {
        Register register = file.register().promising(file.register().policy().numbered(1));
        stored.add(register, now);
        versions.add(new RegisterVersion(register.id(), 1, now, file.entries(), file.history(), null));
        ledger.record(entry("register.loaded", null, register, now)
                .changed(
                        "entries",
                        null,
                        file.entries().stream().map(Subprocessor::name).collect(Collectors.joining(", "))));
        return new Loaded(register.id(), true, false, 1, false);
    }

    private Loaded again(RegisterFile file, Register known, Instant now) {
        NoticePolicy inForce = known.policy();
        NoticePolicy promised = file.register().policy().numbered(inForce.version());
        boolean newPolicy = !promised.equals(inForce);
        Register wanted = file.register().promising(newPolicy ? promised.numbered(inForce.version() + 1) : inForce);
        boolean settings = !wanted.promising(inForce).equals(known);
        if (newPolicy || settings) {
            stored.change(wanted, now);
            ledger.record(
                    entry(newPolicy ? "register.policy-changed" : "register.settings-changed", known, wanted, now));
        }
        return new Loaded(
                known.id(), false, settings, newPolicy ? wanted.policy().version() : null, listIgnored(file));
    }

    /** A file still as it was first loaded asks for nothing, however far the list has moved on. */
    private boolean listIgnored(RegisterFile file) {
        String id = file.register().id();
        boolean asFirstLoaded =
                versions.number(id, 1).filter(first -> lists(file, first)).isPresent();
        return !asFirstLoaded && !lists(file, versions.current(id));
    }

    private static boolean lists(RegisterFile file, RegisterVersion version) {
        return file.entries().equals(version.entries()) && file.history().equals(version.history());
    }

    /** @param before null on the first load */
    private static Entry entry(String kind, Register before, Register after, Instant now) {
        return RegisterFields.changed(
                Entry.of(kind, after.id(), Actor.SYSTEM.id(), now)
                        .with("policy version", after.policy().version()),
                before,
                after);
    }
}
