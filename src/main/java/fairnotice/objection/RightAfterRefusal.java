package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeStanding;
import fairnotice.notice.ReadingStanding;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What a refusal leaves its customer: its own right to object, the time to object to what was amended, and what follows once the refusal is final. */
@Service
public class RightAfterRefusal {

    private final ObjectionContext file;
    private final Registers registers;
    private final ReadingStanding standing;
    private final Objections objections;
    private final Clock clock;

    RightAfterRefusal(
            ObjectionContext file, Registers registers, ReadingStanding standing, Objections objections, Clock clock) {
        this.file = file;
        this.registers = registers;
        this.standing = standing;
        this.objections = objections;
        this.clock = clock;
    }

    /**
     * The last day to object to what the change was amended to that a final refusal of this objection leaves its customer; empty where it leaves
     * no time of its own.
     *
     * @param isFinal when the refusal becomes final
     */
    Optional<Deadline> objectingAnew(Objection objection, Instant isFinal) {
        return Optional.ofNullable(objection.customer())
                .flatMap(customer -> file.notice(objection.change(), customer))
                .filter(newest -> AmendedWhileOpen.leaves(objection, newest))
                .filter(newest -> !objection.standsThoughRefused(file.policy(objection)))
                .map(newest -> standing.windowAfterRefusal(newest, isFinal));
    }

    /** The last day to object that a final refusal left the customer of that notice, where that is later than its own. */
    Optional<Deadline> amendedOpenUntil(Notice notice) {
        return AmendedWhileOpen.until(objections.ofCustomer(notice.customer(), List.of(notice.reference())))
                .map(end -> Deadline.endingAt(
                        end,
                        registers
                                .policy(notice.register(), notice.policyVersion())
                                .zone()))
                .filter(left -> notice.dates() != null
                        && left.endsAt()
                                .isAfter(notice.dates().objectionsClose().endsAt()));
    }

    /** What follows if its refusal becomes final; empty where none can, where that is not known yet, and where it keeps nothing away. */
    public Optional<FinalRefusal> ifRefusalBecomesFinal(Objection objection, Instant now) {
        boolean open = objection.state() == ObjectionState.REFUSED || objection.state() == ObjectionState.CONTESTED;
        if (!open || objection.isSettled() || objection.isToBeAdmittedAnew() || file.canOnlyBeAdmitted(objection)) {
            return Optional.empty();
        }
        Optional<KeptAway> kept = file.keptAway(objection, now);
        if (kept.isPresent()) {
            return kept.map(by -> by == KeptAway.EARLIER ? FinalRefusal.Then.EARLIER : FinalRefusal.Then.EXEMPTED)
                    .map(FinalRefusal::of);
        }
        if (objection.wouldStand(file.policy(objection))) {
            return objection.standsThoughRefused(file.policy(objection))
                    ? Optional.of(FinalRefusal.of(FinalRefusal.Then.STANDS))
                    : Optional.empty();
        }
        if (objectingAnew(objection, now).isPresent()) {
            return Optional.of(amended(objection));
        }
        if (file.isInEffect(objection)) {
            return Optional.of(FinalRefusal.of(FinalRefusal.Then.AT_ONCE));
        }
        return objection.state() == ObjectionState.REFUSED ? afterItsTime(objection) : afterTheAppeal(objection, now);
    }

    /** Its customer may object to what was amended then; on a day that is known while the time to appeal runs. */
    private FinalRefusal amended(Objection objection) {
        return Optional.ofNullable(objection.dueAt())
                .filter(due -> objection.state() == ObjectionState.REFUSED)
                .map(due ->
                        Deadline.endingAt(due, file.policy(objection).zone()).lastMoment())
                .flatMap(isFinal -> objectingAnew(objection, isFinal))
                .map(until -> FinalRefusal.objecting(
                        until.lastDay(),
                        file.useAfter(objection, until.lastDay()).orElse(null)))
                .orElseGet(() -> FinalRefusal.of(FinalRefusal.Then.AMENDED));
    }

    /** The time to appeal has to end as well. */
    private Optional<FinalRefusal> afterItsTime(Objection objection) {
        return Optional.ofNullable(objection.dueAt())
                .map(due ->
                        Deadline.endingAt(due, file.policy(objection).zone()).lastDay())
                .flatMap(last -> file.useAfter(objection, last))
                .map(day -> FinalRefusal.on(FinalRefusal.Then.ON_A_DAY, day));
    }

    /** The decision may come on any day. */
    private Optional<FinalRefusal> afterTheAppeal(Objection objection, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, file.policy(objection).zone());
        return file.earliestUse(objection)
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
    public Optional<OwnRight> ownRight(Objection objection) {
        if (objection.state() != ObjectionState.REFUSED
                || !objection.takesNothing() && !objection.leavesAmended()
                || objection.customer() == null
                || file.earlier(objection).stream()
                        .anyMatch(
                                each -> ObjectionsThatCloseWindows.closing(each) != null && !file.leavesOthers(each))) {
            return Optional.empty();
        }
        VendorChange change = file.change(objection);
        return file.notice(objection.change(), objection.customer())
                .map(notice -> standing.of(notice, change))
                .filter(of -> of.objections() == NoticeStanding.Objections.IN_TIME
                        || of.objections() == NoticeStanding.Objections.LATE)
                .map(of -> of.start() == null
                        ? new OwnRight(null, false, objection.leavesAmended())
                        : ownRight(objection, of.dates().objectionsClose()));
    }

    private OwnRight ownRight(Objection refused, Deadline closes) {
        boolean holds = !refused.isSettled() && !refused.late() && refused.dueAt() != null;
        Optional<Instant> relied = Stream.concat(
                        holds ? Stream.of(refused.dueAt()) : Stream.empty(),
                        AmendedWhileOpen.until(file.upTo(refused)).stream())
                .max(Instant::compareTo);
        Deadline until = relied.filter(end -> end.isAfter(closes.endsAt()))
                .map(end -> Deadline.endingAt(end, file.policy(refused).zone()))
                .orElse(closes);
        return new OwnRight(until, until.isOverAt(clock.instant()), refused.leavesAmended());
    }
}
