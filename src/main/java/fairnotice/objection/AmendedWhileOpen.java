package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.notice.Notice;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A customer whose objection is open has no form to object. So whoever had one open when an amended change was announced, and is refused for good
 * after that, could never have objected to what was amended: its refusal leaves it a time of its own to do so. An objection that came after
 * that notice is to the amended change itself, and leaves none, which ends the chain.
 */
final class AmendedWhileOpen {

    private static final Set<ObjectionState> MAY_BE_REFUSED =
            EnumSet.of(ObjectionState.ASSESSMENT, ObjectionState.REFUSED, ObjectionState.CONTESTED);

    private AmendedWhileOpen() {}

    /** The latest end of such a time that one of them leaves their customer; empty where none does. */
    static Optional<Instant> until(List<Objection> objections) {
        return objections.stream()
                .map(Objection::mayObjectUntil)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }

    /** The last day of the time that it leaves its customer; null where it leaves none. */
    static LocalDate lastDay(Objection refused, ZoneId zone) {
        return refused.leavesAmended()
                ? Deadline.endingAt(refused.mayObjectUntil(), zone).lastDay()
                : null;
    }

    /** Whether its customer is told, when the change was amended, of what a refusal leaves it: one may follow, and its objection is its own. */
    static boolean isToldOf(Objection open, NoticePolicy policy) {
        return MAY_BE_REFUSED.contains(open.state()) && !open.isNobodysOwn() && policy.groundsRequired();
    }

    /** @param newest of the customer's notices of the change */
    static boolean leaves(Objection objection, Notice newest) {
        return newest.mayObject()
                && newest.supersededAt() == null
                && newest.round() > 1
                && !objection.takesNothing()
                && objection.receivedAt().isBefore(newest.givenAt());
    }
}
