package fairnotice.access;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.limit.Allowance;
import fairnotice.limit.Limit;
import fairnotice.limit.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps in the ledger who signed in, and whose name was locked by wrong passwords. Nobody can fill it: of each name it keeps so many an hour
 * of real time, and of names that nobody has none; the log has them all.
 */
@Service
public class RecordingSignIns {

    private static final Allowance SIGN_INS = new Allowance(30, Duration.ofHours(1));
    private static final Allowance LOCKS = new Allowance(1, Duration.ofHours(1));

    private final StaffDirectory directory;
    private final Limits limits;
    private final Ledger ledger;
    private final Clock clock;

    RecordingSignIns(StaffDirectory directory, Limits limits, Ledger ledger, Clock clock) {
        this.directory = directory;
        this.limits = limits;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param username of staff */
    @Transactional
    public void signedIn(String username) {
        if (limits.take(List.of(Limit.of("ledger/sign-in", username, SIGN_INS))).isZero()) {
            ledger.record(Entry.of("staff.signed-in", "STAFF-" + username, username, clock.instant()));
        }
    }

    /** @param typed any text */
    @Transactional
    public void locked(String typed) {
        known(typed)
                .filter(username -> limits.take(List.of(Limit.of("ledger/lock", username, LOCKS)))
                        .isZero())
                .ifPresent(username -> ledger.record(
                        Entry.of("staff.locked", "STAFF-" + username, Actor.SYSTEM.id(), clock.instant())));
    }

    /** The user name, when somebody has it: what else is typed there may be a password. */
    public Optional<String> known(String typed) {
        return Staff.isUsername(typed) ? directory.findByUsername(typed).map(Staff::username) : Optional.empty();
    }
}
