package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.notice.NoticeStanding;
import fairnotice.notice.ReadingStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** What a refusal leaves its customer: its own right to object, the time to object to what was amended, and what follows once the refusal is final. */
public class RightAfterRefusal {

    private final ObjectionContext context;
    private final Objection objection;
    private final ReadingStanding standing;

    RightAfterRefusal(ObjectionContext context, ReadingStanding standing) {
        this.context = context;
        this.objection = context.objection();
        this.standing = standing;
    }

    /**
     * The last day to object to what the change was amended to that a final refusal of this objection leaves its customer; empty where it leaves
     * no time of its own.
     *
     * @param isFinal when the refusal becomes final
     */
    Optional<Deadline> objectingAnew(Instant isFinal) {
        return context.notice()
                .filter(newest -> AmendedWhileOpen.leaves(objection, newest))
                .filter(newest -> !objection.standsThoughRefused(context.policy()))
                .map(newest -> standing.windowAfterRefusal(newest, isFinal));
    }

    /** What follows if its refusal becomes final; empty where none can, where that is not known yet, and where it keeps nothing away. */
    public Optional<FinalRefusal> ifBecomesFinal() {
        boolean open = objection.state() == ObjectionState.REFUSED || objection.state() == ObjectionState.CONTESTED;
        if (!open
                || objection.isSettled()
                || objection.isToBeAdmittedAnew()
                || objection.isAppealedForItsSender()
                || context.canOnlyBeAdmitted()) {
            return Optional.empty();
        }
        Optional<KeptAway> kept = context.keptAway();
        if (kept.isPresent()) {
            return kept.map(by -> by == KeptAway.EARLIER ? FinalRefusal.Then.EARLIER : FinalRefusal.Then.EXEMPTED)
                    .map(FinalRefusal::of);
        }
        if (objection.wouldStand(context.policy())) {
            return objection.standsThoughRefused(context.policy())
                    ? Optional.of(FinalRefusal.of(FinalRefusal.Then.STANDS))
                    : Optional.empty();
        }
        if (objectingAnew(context.now()).isPresent()) {
            return Optional.of(amended());
        }
        if (context.isInEffect()) {
            return Optional.of(FinalRefusal.of(FinalRefusal.Then.AT_ONCE));
        }
        return objection.state() == ObjectionState.REFUSED ? afterItsTime() : afterTheAppeal();
    }

    /** Its customer may object to what was amended then; on a day that is known while the time to appeal runs. */
    private FinalRefusal amended() {
        return timeToAppeal()
                .filter(due -> objection.state() == ObjectionState.REFUSED)
                .flatMap(due -> objectingAnew(due.lastMoment()))
                .map(until -> FinalRefusal.objecting(
                        until.lastDay(), context.useAfter(until.lastDay()).orElse(null)))
                .orElseGet(() -> FinalRefusal.of(FinalRefusal.Then.AMENDED));
    }

    /** The time to appeal has to end as well. */
    private Optional<FinalRefusal> afterItsTime() {
        return timeToAppeal()
                .flatMap(due -> context.useAfter(due.lastDay()))
                .map(day -> FinalRefusal.on(FinalRefusal.Then.ON_A_DAY, day));
    }

    private Optional<Deadline> timeToAppeal() {
        return Optional.ofNullable(objection.dueAt()).map(due -> Deadline.endingAt(due, context.zone()));
    }

    /** The decision may come on any day. */
    private Optional<FinalRefusal> afterTheAppeal() {
        LocalDate today = LocalDate.ofInstant(context.now(), context.zone());
        return context.earliestUse()
                .map(day -> day.isAfter(today)
                        ? FinalRefusal.on(FinalRefusal.Then.ON_A_DAY, day)
                        : FinalRefusal.of(FinalRefusal.Then.WITH_THE_CHANGE));
    }

    /**
     * What is left of its customer's own right to object, where it was refused and takes nothing from it, or was open while the change was amended.
     * What its customer may have relied on keeps the right in time: one that took nothing and came in time does until its refusal is final,
     * and the customer's own does for a window more, since nobody could object to what was amended while it was open.
     *
     * @param until null while the customer's notice has not started
     * @param late whether that day has passed
     * @param amended whether the right is to object to what was amended
     */
    public record OwnRight(Deadline until, boolean late, boolean amended) {}

    /** Empty where it was not refused so, and where an earlier case has closed the customer's window. */
    public Optional<OwnRight> ownRight() {
        if (objection.state() != ObjectionState.REFUSED || !objection.takesNothing() && !objection.leavesAmended()) {
            return Optional.empty();
        }
        return context.standing()
                .filter(of -> of.objections() == NoticeStanding.Objections.IN_TIME
                        || of.objections() == NoticeStanding.Objections.LATE)
                .filter(of -> context.beside().earlier().stream()
                        .allMatch(each -> ObjectionsThatCloseWindows.closing(each) == null
                                || context.of(each).leavesOthers()))
                .map(of -> of.start() == null
                        ? new OwnRight(null, false, objection.leavesAmended())
                        : ownRight(of.dates().objectionsClose()));
    }

    private OwnRight ownRight(Deadline closes) {
        boolean holds = !objection.isSettled() && !objection.late() && objection.dueAt() != null;
        Optional<Instant> relied = Stream.concat(
                        holds ? Stream.of(objection.dueAt()) : Stream.empty(),
                        AmendedWhileOpen.until(context.beside().upTo()).stream())
                .max(Instant::compareTo);
        Deadline until = relied.filter(end -> end.isAfter(closes.endsAt()))
                .map(end -> Deadline.endingAt(end, context.zone()))
                .orElse(closes);
        return new OwnRight(until, until.isOverAt(context.now()), objection.leavesAmended());
    }
}
