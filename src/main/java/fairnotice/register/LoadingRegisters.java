package fairnotice.register;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the register files into the database, which owns the lists from the first load on. A file of a register that is kept in the browser
 * is passed over, and so is one whose reference prefix another register has: no start overwrites what people changed, or stops for it.
 */
@Service
public class LoadingRegisters {

    private final RegisterFiles files;
    private final StoredRegisters stored;
    private final RegisterVersions versions;
    private final TakingInRegister takingIn;
    private final Ledger ledger;
    private final Clock clock;

    LoadingRegisters(
            RegisterFiles files,
            StoredRegisters stored,
            RegisterVersions versions,
            TakingInRegister takingIn,
            Ledger ledger,
            Clock clock) {
        this.files = files;
        this.stored = stored;
        this.versions = versions;
        this.takingIn = takingIn;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Loads every file; the first time as version 1, later for settings and policy only. */
    @Transactional
    public List<Loaded> load() {
        Instant now = clock.instant();
        stored.lock();
        return files.all().stream()
                .map(file -> stored.lock(file.register().id())
                        .map(known -> known.isOfFile()
                                ? again(file, known.register(), now)
                                : Loaded.passedOver(known.register().id()))
                        .orElseGet(() -> isTaken(file)
                                ? Loaded.passedOver(file.register().id())
                                : first(file, now)))
                .toList();
    }

    private boolean isTaken(RegisterFile file) {
        return stored.readAll().stream()
                .anyMatch(register -> register.prefix().equals(file.register().prefix()));
    }

    private Loaded first(RegisterFile file, Instant now) {
        Register register = takingIn.takeIn(file, Origin.FILE, Actor.SYSTEM, now);
        return new Loaded(register.id(), true, false, 1, false);
    }

    private Loaded again(RegisterFile file, Register known, Instant now) {
        NoticePolicy inForce = known.policy();
        NoticePolicy promised = file.register().policy().numbered(inForce.version());
        boolean newPolicy = !promised.equals(inForce);
        Register wanted = file.register()
                .promising(newPolicy ? promised.numbered(inForce.version() + 1) : inForce)
                .archived(known.archivedAt());
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

    private static Entry entry(String kind, Register before, Register after, Instant now) {
        return RegisterFields.changed(
                Entry.of(kind, after.id(), Actor.SYSTEM.id(), now)
                        .with("policy version", after.policy().version()),
                before,
                after);
    }
}
