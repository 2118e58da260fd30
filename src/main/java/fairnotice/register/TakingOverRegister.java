package fairnotice.register;

import fairnotice.access.Actor;
import fairnotice.refusal.Refused;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a register's file count no more: its settings and its promise are changed in the browser from then on. */
@Service
public class TakingOverRegister {

    private final StoredRegisters stored;
    private final RegisterEntries entries;
    private final Clock clock;

    TakingOverRegister(StoredRegisters stored, RegisterEntries entries, Clock clock) {
        this.stored = stored;
        this.entries = entries;
        this.clock = clock;
    }

    /** @throws Refused when no file counts for it */
    @Transactional
    public void takeOver(String id, Actor by) {
        RegisterRules.onlyAdministrators(by);
        StoredRegister known = stored.lock(id).orElseThrow(() -> Refused.unknown("refused.unknown.register", id));
        if (!known.isOfFile()) {
            throw Refused.conflict("refused.register.of-no-file");
        }
        stored.takeOver(id);
        entries.takenOver(id, by, clock.instant());
    }
}
