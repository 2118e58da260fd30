package fairnotice.register;

import fairnotice.access.Actor;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a register away in which nothing is under way, and brings it back. Its list stays public and says so; nothing is proposed in it and
 * nobody subscribes to it meanwhile.
 */
@Service
public class ArchivingRegister {

    private final StoredRegisters stored;
    private final RegisterVersions versions;
    private final RegisterActivity activity;
    private final RegisterEntries entries;
    private final Clock clock;

    ArchivingRegister(
            StoredRegisters stored,
            RegisterVersions versions,
            RegisterActivity activity,
            RegisterEntries entries,
            Clock clock) {
        this.stored = stored;
        this.versions = versions;
        this.activity = activity;
        this.entries = entries;
        this.clock = clock;
    }

    /** @throws Refused while something is under way */
    @Transactional
    public void archive(String id, Actor by) {
        Register known = locked(id, by);
        if (known.archivedAt() != null) {
            throw Refused.conflict("refused.register.archived");
        }
        if (activity.isUnderWay(id)) {
            throw Refused.conflict("refused.register.under-way");
        }
        Instant now = clock.instant();
        stored.change(known.archived(now), now);
        entries.archived(id, by, now);
    }

    /** @throws Refused when it is in use */
    @Transactional
    public void bringBack(String id, Actor by) {
        Register known = locked(id, by);
        if (known.archivedAt() == null) {
            throw Refused.conflict("refused.register.in-use");
        }
        Instant now = clock.instant();
        stored.change(known.archived(null), now);
        entries.broughtBack(id, by, now);
    }

    /** Behind the lock that whoever proposes a change takes: one that was proposed just before is seen. */
    private Register locked(String id, Actor by) {
        RegisterRules.mayChange(by, id);
        versions.lock(id);
        return stored.lock(id)
                .map(StoredRegister::register)
                .orElseThrow(() -> Refused.unknown("refused.unknown.register", id));
    }
}
