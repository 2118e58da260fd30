package fairnotice.notice;

import fairnotice.calendar.Deadline;
import fairnotice.change.ChangeState;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Where one customer's notice stands and what its own dates are. Mail, pages, calendar entries and the API show what is said here and work
 * out nothing themselves; none of it tells of another customer's clock.
 *
 * @param start what started its clock; null until then
 * @param dates its own; while the clock has not started those it would have if it started now
 * @param allowedFrom the first day on which the vendor may be used for it, in the register's zone, as far as its own and the standard
 *     dates say
 * @param earliestUse the same while that day is not past; null when the vendor is in use or will not be
 * @param inUseSince null while the vendor is not in use for it
 * @param wentFirst whether the vendor may be used for it before its notice has ended, because its agreement allows that
 * @param objections whether an objection counts now
 */
public record NoticeStanding(
        State state,
        Start start,
        NoticeDates dates,
        LocalDate allowedFrom,
        LocalDate earliestUse,
        Instant inUseSince,
        boolean wentFirst,
        Objections objections) {

    /** Where the notice stands. */
    public enum State {
        WAITING,
        RUNNING,
        OVER,
        IN_EFFECT,
        IN_EFFECT_RUNNING,
        /** The change went first, which its agreement does not allow; its own notice and window still have to end. */
        FOR_OTHERS,
        /** The change went first, which its agreement allows; but no message has reached it, and it is not in use for it before one has. */
        UNREACHED,
        /** The change went live without this customer, by a recorded decision; its own notice still has to end. */
        LEFT_OUT,
        SUPERSEDED,
        WITHDRAWN,
        /** The change was amended so that it involves no personal data: on record, and no notice of it is given. */
        UNLISTED;

        /** Whether its dates still mean something. */
        public boolean counts() {
            return this != SUPERSEDED && !isGivenUp();
        }

        /** Whether nothing will come of what was announced. */
        public boolean isGivenUp() {
            return this == WITHDRAWN || this == UNLISTED;
        }
    }

    /** What becomes of an objection that comes now. */
    public enum Objections {
        /** It is in time. */
        IN_TIME,
        /** The window is over: it is kept, marked late, and legal decides whether it is heard. */
        LATE,
        /** The customer may comment, not object. */
        NOT_ENTITLED,
        /** There is nothing to object to. */
        NONE
    }

    /**
     * @param dates the notice's own, or those it would have
     * @param standard the dates that hold for everybody
     * @param waits whether the change went first, and its agreement does not allow that
     */
    static NoticeStanding of(
            Notice notice, VendorChange change, NoticeDates dates, NoticeDates standard, boolean waits, Instant now) {
        State state = state(notice, change, waits, now);
        boolean wentFirst = change.round().track() == Track.EXPEDITED && !waits;
        boolean used = change.isPublished()
                && state != State.LEFT_OUT
                && state != State.FOR_OTHERS
                && state != State.UNREACHED;
        LocalDate allowed = ExpeditedRules.earliestUse(waits, notice.mayObject(), dates, standard, change);
        boolean past =
                allowed.isBefore(LocalDate.ofInstant(now, dates.noticeEnds().zone()));
        return new NoticeStanding(
                state,
                notice.start(),
                dates,
                allowed,
                state.counts() && state != State.UNREACHED && !used && !past ? allowed : null,
                used ? wentFirst ? ExpeditedRules.inUseSince(change, notice) : change.publishedAt() : null,
                wentFirst,
                objections(notice, state, dates, now));
    }

    /** Whether it was in effect for the customer then, as far as its own notice says. @param zone of the promise */
    public boolean wasInEffectAt(Instant then, ZoneId zone) {
        boolean used = inUseSince != null && state.counts() && then.isAfter(inUseSince);
        return used && (wentFirst || !LocalDate.ofInstant(then, zone).isBefore(allowedFrom));
    }

    private static State state(Notice notice, VendorChange change, boolean waits, Instant now) {
        if (isGivenUp(change)) {
            return State.WITHDRAWN;
        }
        if (change.state() == ChangeState.UNLISTED) {
            return State.UNLISTED;
        }
        if (isSuperseded(notice, change)) {
            return State.SUPERSEDED;
        }
        boolean over = notice.dates() != null && last(notice, waits).isOverAt(now);
        if (change.isPublished() && !over) {
            if (waits) {
                return State.FOR_OTHERS;
            }
            if (notice.leftOutAt() != null) {
                return State.LEFT_OUT;
            }
            boolean wentFirst = change.round().track() == Track.EXPEDITED;
            return wentFirst && ExpeditedRules.inUseSince(change, notice) == null
                    ? State.UNREACHED
                    : State.IN_EFFECT_RUNNING;
        }
        if (change.isPublished()) {
            return State.IN_EFFECT;
        }
        if (over) {
            return State.OVER;
        }
        return notice.start() == null ? State.WAITING : State.RUNNING;
    }

    private static Deadline last(Notice notice, boolean waits) {
        return waits
                ? ExpeditedRules.lastOf(notice.dates(), notice.mayObject())
                : notice.dates().noticeEnds();
    }

    static boolean isGivenUp(VendorChange change) {
        return change.state() == ChangeState.WITHDRAWN || change.state() == ChangeState.REJECTED;
    }

    static boolean isSuperseded(Notice notice, VendorChange change) {
        return notice.supersededAt() != null || notice.round() != change.round().number();
    }

    /** Computed from the window alone, which may outlast the notice. */
    private static Objections objections(Notice notice, State state, NoticeDates dates, Instant now) {
        if (state.isGivenUp()) {
            return Objections.NONE;
        }
        if (!notice.mayObject()) {
            return Objections.NOT_ENTITLED;
        }
        return notice.start() != null && dates.objectionsClose().isOverAt(now) ? Objections.LATE : Objections.IN_TIME;
    }
}
