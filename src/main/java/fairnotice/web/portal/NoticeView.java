package fairnotice.web.portal;

import fairnotice.change.VendorChange;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeStanding;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A notice as its customer reads it.
 *
 * @param standing its state and the customer's own dates
 * @param badge end of the key of the word for where it stands; a change that is in effect, but not for this customer, is so for others
 * @param announcedAt of its round; null for a round that is over
 * @param goLiveAt the day of use wished for or postponed to; null for none
 */
record NoticeView(
        String reference,
        int round,
        boolean told,
        boolean mayObject,
        NoticeStanding standing,
        NoticeStanding.State badge,
        Instant announcedAt,
        Instant acknowledgedAt,
        LocalDate goLiveAt) {

    /** @param heldBack whether the change may not apply to this customer, by its objection */
    static NoticeView of(Notice notice, VendorChange change, NoticeStanding standing, boolean heldBack) {
        return new NoticeView(
                notice.reference(),
                notice.round(),
                notice.told(),
                notice.mayObject(),
                standing,
                heldBack && standing.inUseSince() != null && standing.state().counts()
                        ? NoticeStanding.State.LEFT_OUT
                        : standing.state(),
                notice.round() == change.round().number() ? change.announcedAt() : null,
                notice.acknowledgedAt(),
                change.earliestGoLive().orElse(null));
    }
}
