package fairnotice.web.portal;

import fairnotice.change.VendorChange;
import fairnotice.clearance.HeldBack;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeStanding;
import fairnotice.notice.WindowClosing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A notice as its customer reads it.
 *
 * @param standing its state and the customer's own dates
 * @param badge end of the key of the word for where it stands
 * @param closing what has closed the window to object before its last day; null while that counts
 * @param announcedAt of its round; null for a round that is over
 * @param goLiveAt the day of use wished for or postponed to; null for none
 */
record NoticeView(
        String reference,
        int round,
        boolean told,
        boolean mayObject,
        NoticeStanding standing,
        String badge,
        WindowClosing closing,
        Instant announcedAt,
        Instant acknowledgedAt,
        LocalDate goLiveAt) {

    /**
     * @param heldBack why the change may not apply to this customer, by its objection
     * @param othersGoOn whether it has an order that it did not terminate
     * @param ordersOver whether all its orders have ended
     */
    static NoticeView of(
            Notice notice,
            VendorChange change,
            NoticeStanding standing,
            Optional<WindowClosing> closing,
            Optional<HeldBack> heldBack,
            boolean othersGoOn,
            boolean ordersOver) {
        return new NoticeView(
                notice.reference(),
                notice.round(),
                notice.told(),
                notice.mayObject(),
                standing,
                badge(standing.state(), standing.inUseSince() != null, heldBack, othersGoOn, ordersOver),
                closing.orElse(null),
                notice.round() == change.round().number() ? change.announcedAt() : null,
                notice.acknowledgedAt(),
                change.earliestGoLive().orElse(null));
    }

    /** A change that is in effect, but not for this customer, is so for others; where the last order has ended, nothing runs any more. */
    static String badge(
            NoticeStanding.State state,
            boolean inUse,
            Optional<HeldBack> heldBack,
            boolean othersGoOn,
            boolean ordersOver) {
        if (!state.counts()) {
            return state.name();
        }
        if (heldBack.isEmpty()) {
            return ordersOver && !inUse ? "LEFT" : state.name();
        }
        if (heldBack.get().reason() == HeldBack.Reason.LEFT && !othersGoOn) {
            return "LEFT";
        }
        return inUse ? "LEFT_OUT" : state.name();
    }
}
