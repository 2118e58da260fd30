package fairnotice.web.portal;

import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeDates;
import fairnotice.notice.Start;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A notice as its customer reads it.
 *
 * @param state in the customer's words
 * @param start null until the clock has started
 * @param dates the customer's own; while the clock has not started those it would have if it started now
 * @param goLiveAt the day of use wished for or postponed to; null for none
 */
record NoticeView(
        String reference,
        int round,
        State state,
        boolean told,
        boolean mayObject,
        boolean objectionsOpen,
        Start start,
        NoticeDates dates,
        Instant announcedAt,
        Instant publishedAt,
        Instant acknowledgedAt,
        LocalDate goLiveAt) {

    /** Where the notice stands. */
    enum State {
        WAITING,
        RUNNING,
        OVER,
        IN_EFFECT,
        IN_EFFECT_RUNNING,
        SUPERSEDED,
        WITHDRAWN
    }

    static NoticeView of(Notice notice, VendorChange change, NoticeDates dates, Instant now) {
        State state = state(notice, change, now);
        boolean runs = state == State.WAITING
                || state == State.RUNNING
                || state == State.IN_EFFECT_RUNNING
                || state == State.OVER;
        return new NoticeView(
                notice.reference(),
                notice.round(),
                state,
                notice.told(),
                notice.mayObject(),
                runs && !dates.objectionsClose().isOverAt(now),
                notice.start(),
                dates,
                notice.round() == change.round().number() ? change.announcedAt() : null,
                change.publishedAt(),
                notice.acknowledgedAt(),
                latest(change));
    }

    private static State state(Notice notice, VendorChange change, Instant now) {
        if (change.state() == ChangeState.WITHDRAWN || change.state() == ChangeState.REJECTED) {
            return State.WITHDRAWN;
        }
        if (notice.supersededAt() != null || notice.round() != change.round().number()) {
            return State.SUPERSEDED;
        }
        boolean over = notice.dates() != null && notice.dates().noticeEnds().isOverAt(now);
        if (change.isPublished()) {
            return over ? State.IN_EFFECT : State.IN_EFFECT_RUNNING;
        }
        if (over) {
            return State.OVER;
        }
        return notice.start() == null ? State.WAITING : State.RUNNING;
    }

    private static LocalDate latest(VendorChange change) {
        LocalDate wished = change.proposal().goLiveAt();
        LocalDate postponed = change.postponedTo();
        if (wished == null || postponed == null) {
            return wished == null ? postponed : wished;
        }
        return wished.isAfter(postponed) ? wished : postponed;
    }
}
