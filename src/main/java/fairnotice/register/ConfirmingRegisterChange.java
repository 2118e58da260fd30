package fairnotice.register;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Another administrator confirms or refuses what one asked for of a register; whoever asked takes it back. */
@Service
public class ConfirmingRegisterChange {

    private final StoredRegisters stored;
    private final RegisterRequests requests;
    private final StaffDirectory directory;
    private final RegisterEntries entries;
    private final Clock clock;

    ConfirmingRegisterChange(
            StoredRegisters stored,
            RegisterRequests requests,
            StaffDirectory directory,
            RegisterEntries entries,
            Clock clock) {
        this.stored = stored;
        this.requests = requests;
        this.directory = directory;
        this.entries = entries;
        this.clock = clock;
    }

    /** What waits of a register. */
    public Optional<RegisterRequest> waiting(String register) {
        return requests.find(register);
    }

    /** Why this person may not confirm it; empty when they may. */
    public Optional<Phrase> obstacle(RegisterRequest request, Actor actor) {
        return Refused.reason(() -> RegisterRules.mayConfirm(actor, request, directory.colleagues()));
    }

    public boolean isTakenBack(RegisterRequest request, Actor actor) {
        return RegisterRules.isTakenBack(actor, request);
    }

    /**
     * @param seen id of the request that was looked at
     * @throws Refused when it waits no more, the register was changed since, or the actor asked for it
     */
    @Transactional
    public void confirm(String register, long seen, Actor by) {
        RegisterRules.mayChange(by, register);
        StoredRegister known = locked(register);
        RegisterRequest request = waiting(register, seen);
        Colleagues colleagues = directory.colleagues();
        RegisterRules.mayConfirm(by, request, colleagues);
        if (known.epoch() != request.epoch() || known.isOfFile()) {
            throw Refused.conflict("refused.register.changed-again");
        }
        boolean alone = RegisterRules.isSingleHanded(by, request, colleagues);
        Instant now = clock.instant();
        requests.remove(register);
        stored.change(request.wanted(), now);
        entries.changed(known.register(), request.wanted(), by, request.askedBy(), alone, now);
    }

    /** @param seen id of the request that was looked at. @throws Refused when it waits no more */
    @Transactional
    public void refuse(String register, long seen, Actor by) {
        RegisterRules.mayChange(by, register);
        locked(register);
        RegisterRequest request = waiting(register, seen);
        requests.remove(register);
        entries.refused(request, by, clock.instant());
    }

    private StoredRegister locked(String register) {
        return stored.lock(register).orElseThrow(() -> Refused.unknown("refused.unknown.register", register));
    }

    private RegisterRequest waiting(String register, long seen) {
        return requests.find(register)
                .filter(request -> request.id() == seen)
                .orElseThrow(() -> Refused.conflict("refused.register.waits-no-more"));
    }
}
