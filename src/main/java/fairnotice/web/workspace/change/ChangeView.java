package fairnotice.web.workspace.change;

import fairnotice.change.ChangeState;
import fairnotice.change.Classification;
import fairnotice.change.Proposal;
import fairnotice.change.Review;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.register.ChangeKind;
import fairnotice.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A change as its page begins: what it is and where it stands.
 *
 * @param track null before the table has answered
 * @param tableTrack what the table said; differs from {@code track} when the reviewer chose another
 * @param announcedTrack what customers were told, where an amendment takes a weaker track; null otherwise
 */
public record ChangeView(
        String reference,
        String register,
        String publisher,
        ZoneId zone,
        ChangeKind kind,
        String name,
        String replaces,
        boolean personalData,
        boolean material,
        boolean securityCritical,
        String reason,
        LocalDate goLiveAt,
        ChangeState state,
        int round,
        String proposedBy,
        Instant proposedAt,
        Track track,
        Track tableTrack,
        Track announcedTrack,
        Classification classification,
        Review review,
        Instant announcedAt,
        Instant publishedAt,
        LocalDate postponedTo) {

    static ChangeView of(VendorChange change, Register register) {
        return of(change, register, register.zone());
    }

    /** @param zone of the promise whose days are shown beside it */
    public static ChangeView of(VendorChange change, Register register, ZoneId zone) {
        Proposal proposal = change.proposal();
        Classification said = change.round().classification();
        return new ChangeView(
                change.reference(),
                register.id(),
                register.name(),
                zone,
                proposal.kind(),
                proposal.subprocessor().name(),
                proposal.replaces(),
                proposal.personalData(),
                proposal.material(),
                proposal.securityCritical(),
                proposal.reasonInWords(),
                proposal.goLiveAt(),
                change.state(),
                change.round().number(),
                change.round().proposedBy(),
                change.round().proposedAt(),
                change.round().track(),
                said == null ? null : said.track(),
                change.round().weakensAnnouncedTrack() ? change.round().announcedTrack() : null,
                said,
                change.round().review(),
                change.announcedAt(),
                change.publishedAt(),
                change.postponedTo());
    }

    public boolean mayBeWithdrawn() {
        return !state.isEnded();
    }

    public boolean mayBeAmended() {
        return !state.isEnded() && publishedAt == null;
    }

    /** Whether somebody can have objected to it by now, and still can. */
    public boolean mayBeObjectedTo() {
        return !state.isBeforeAnnouncement()
                && state != ChangeState.WITHDRAWN
                && state != ChangeState.REJECTED
                && state != ChangeState.UNLISTED;
    }

    public boolean mayBePostponed() {
        return publishedAt == null
                && !state.isEnded()
                && (state == ChangeState.SCHEDULED || !state.isBeforeAnnouncement());
    }
}
