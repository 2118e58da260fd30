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
 * @param announcedAt of its round; null for a round that is over
 * @param goLiveAt the day of use wished for or postponed to; null for none
 */
record NoticeView(
        String reference,
        int round,
        boolean told,
        boolean mayObject,
        NoticeStanding standing,
        Instant announcedAt,
        Instant acknowledgedAt,
        LocalDate goLiveAt) {

    static NoticeView of(Notice notice, VendorChange change, NoticeStanding standing) {
        return new NoticeView(
                notice.reference(),
                notice.round(),
                notice.told(),
                notice.mayObject(),
                standing,
                notice.round() == change.round().number() ? change.announcedAt() : null,
                notice.acknowledgedAt(),
                change.earliestGoLive().orElse(null));
    }
}
