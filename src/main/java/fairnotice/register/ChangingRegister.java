package fairnotice.register;

import fairnotice.access.Actor;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the settings and the promise of a register that is kept in the browser. Once customers were told of a change of it, another promise
 * and another sender or reply address wait for a second administrator. Announcements that were made keep the promise they were made under.
 */
@Service
public class ChangingRegister {

    private final StoredRegisters stored;
    private final RegisterVersions versions;
    private final RegisterRequests requests;
    private final RegisterActivity activity;
    private final HolidayCalendars calendars;
    private final RegisterEntries entries;
    private final Clock clock;

    ChangingRegister(
            StoredRegisters stored,
            RegisterVersions versions,
            RegisterRequests requests,
            RegisterActivity activity,
            HolidayCalendars calendars,
            RegisterEntries entries,
            Clock clock) {
        this.stored = stored;
        this.versions = versions;
        this.requests = requests;
        this.activity = activity;
        this.calendars = calendars;
        this.entries = entries;
        this.clock = clock;
    }

    /** @throws Refused where it is not for this person */
    public void mayChange(String id, Actor actor) {
        RegisterRules.mayChange(actor, id);
    }

    /** Whether a change of its promise, its sender or its reply address waits for another administrator. */
    public boolean takesTwo(String id) {
        return activity.hasAnnounced(id);
    }

    /**
     * @param seen epoch of the register that was looked at
     * @return whether it counts now; else it waits for another administrator
     * @throws Refused with every problem, or when it was changed since, waits already or is a file's
     */
    @Transactional
    public boolean changeSettings(String id, int seen, TypedSettings typed, Actor by) {
        Register known = begin(id, seen, by).register();
        Register wanted = withSettings(known, typed).promising(known.policy()).archived(known.archivedAt());
        boolean addresses =
                !wanted.sender().equals(known.sender()) || !wanted.replyTo().equals(known.replyTo());
        return change(known, wanted, seen, addresses, by);
    }

    /** @param seen epoch of the register that was looked at. @return whether it counts now; else it waits for another administrator */
    @Transactional
    public boolean changePromise(String id, int seen, TypedPromise typed, Actor by) {
        Register known = begin(id, seen, by).register();
        return change(known, known.promising(promise(known, typed)), seen, true, by);
    }

    /** The promise as it would be: under the next version where it differs. @throws Refused with every problem */
    public NoticePolicy promise(Register known, TypedPromise typed) {
        NoticePolicy inForce = known.policy();
        NoticePolicy read = PromiseReader.read(typed, calendars).numbered(inForce.version());
        return read.equals(inForce) ? inForce : read.numbered(inForce.version() + 1);
    }

    /** The list is held first, as by whoever archives the register: two that held them the other way round would wait for each other. */
    private StoredRegister begin(String id, int seen, Actor by) {
        RegisterRules.mayChange(by, id);
        versions.lock(id);
        StoredRegister register = stored.lock(id).orElseThrow(() -> Refused.unknown("refused.unknown.register", id));
        if (register.isOfFile()) {
            throw Refused.conflict("refused.register.of-file");
        }
        if (register.epoch() != seen) {
            throw Refused.conflict("refused.register.changed-again");
        }
        if (requests.find(id).isPresent()) {
            throw Refused.conflict("refused.register.waits");
        }
        return register;
    }

    private Register withSettings(Register known, TypedSettings typed) {
        Register wanted = SettingsReader.read(typed.of(known.id(), known.prefix()));
        List<String> kept = wanted.categories().stream().map(Category::id).toList();
        List<Subprocessor> listed = versions.lock(known.id()).entries();
        boolean used = listed.stream()
                .anyMatch(entry -> entry.category() != null
                        && !kept.contains(entry.category())
                        && known.categories().stream()
                                .anyMatch(gone -> gone.id().equals(entry.category())));
        if (used) {
            throw Refused.invalid("categories", "refused.register.category-used");
        }
        if (wanted.style() == ListStyle.CATEGORIES
                && listed.stream().anyMatch(entry -> !kept.contains(entry.category()))) {
            throw Refused.invalid("style", "refused.register.uncategorised");
        }
        return wanted;
    }

    private boolean change(Register known, Register wanted, int seen, boolean weighty, Actor by) {
        if (wanted.equals(known)) {
            throw Refused.conflict("refused.register.same");
        }
        Instant now = clock.instant();
        if (weighty && activity.hasAnnounced(known.id())) {
            requests.save(new RegisterRequest(0, known.id(), seen, wanted, by.id(), now));
            entries.asked(known, wanted, by, now);
            return false;
        }
        stored.change(wanted, now);
        entries.changed(known, wanted, by, null, false, now);
        return true;
    }
}
