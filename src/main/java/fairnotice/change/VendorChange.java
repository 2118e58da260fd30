package fairnotice.change;

import static fairnotice.change.ChangeState.ANNOUNCING;
import static fairnotice.change.ChangeState.DECIDING;
import static fairnotice.change.ChangeState.IN_NOTICE;
import static fairnotice.change.ChangeState.IN_REVIEW;
import static fairnotice.change.ChangeState.POSTPONED;
import static fairnotice.change.ChangeState.PUBLISHED;
import static fairnotice.change.ChangeState.REJECTED;
import static fairnotice.change.ChangeState.RETURNED;
import static fairnotice.change.ChangeState.SCHEDULED;
import static fairnotice.change.ChangeState.SECOND_APPROVAL;
import static fairnotice.change.ChangeState.UNLISTED;
import static fairnotice.change.ChangeState.WITHDRAWN;

import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A proposed ADD, REPLACE, MODIFY or REMOVE of one entry of a register. Every verb is a guarded move: it returns the change as it is
 * afterwards, or refuses with a sentence that says where the change stands instead.
 *
 * @param reference such as {@code OPSTICKET-2026-0007}
 * @param announcedAt when the present round was announced; null before
 * @param publishedAt when the register changed for it; null before
 * @param postponedTo first day of use chosen by legal, in the register's zone; null when none was
 * @param updatedAt when what it says to everybody last changed: announced, amended, postponed, withdrawn or published; null while nobody
 *     outside has heard of it
 * @param version raised by every move; two writers cannot both win
 */
@RecordBuilder
public record VendorChange(
        String reference,
        String register,
        ChangeState state,
        Round round,
        Instant announcedAt,
        Instant publishedAt,
        LocalDate postponedTo,
        Instant updatedAt,
        int version) {

    static VendorChange propose(String reference, String register, Proposal proposal, String proposer, Instant at) {
        return new VendorChange(
                reference, register, IN_REVIEW, Round.first(proposal, proposer, at), null, null, null, null, 0);
    }

    /** A change that nobody has proposed, to foresee what would come of it. */
    public static VendorChange imagined(String register, Proposal proposal, Instant at) {
        return propose("", register, proposal, "", at);
    }

    public Proposal proposal() {
        return round.proposal();
    }

    /** Whether the vendor is in use already although its notices are still running. */
    public boolean isPublished() {
        return publishedAt != null;
    }

    /** The day before which use may not begin, apart from any notice: wished for or postponed to, whichever is later. */
    public Optional<LocalDate> earliestGoLive() {
        return Stream.of(Optional.ofNullable(proposal().goLiveAt()), Optional.ofNullable(postponedTo))
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo);
    }

    VendorChange classified(Classification as) {
        allowIn("refused.moved.classified", IN_REVIEW);
        return in(IN_REVIEW, round.classified(as));
    }

    /** @param track that customers were told of for the same vendor */
    VendorChange announcedBefore(Track track) {
        return in(state, round.announcedBefore(track));
    }

    VendorChange returned() {
        allowIn("refused.moved.returned", IN_REVIEW, SECOND_APPROVAL);
        return in(RETURNED, round);
    }

    VendorChange rejected(Instant at) {
        allowIn("refused.moved.rejected", IN_REVIEW);
        return in(REJECTED, round).updated(at);
    }

    VendorChange revised(Proposal better) {
        allowIn("refused.moved.revised", RETURNED);
        return in(IN_REVIEW, round.revised(better));
    }

    VendorChange approved(Review review) {
        allowIn("refused.moved.approved", IN_REVIEW);
        Round reviewed = round.reviewed(review);
        return in(reviewed.needsSecondApproval() ? SECOND_APPROVAL : SCHEDULED, reviewed);
    }

    VendorChange approvedAgain(String second) {
        allowIn("refused.moved.approved-a-second-time", SECOND_APPROVAL);
        return in(SCHEDULED, round.reviewed(round.review().approvedAgain(second)));
    }

    /** The day since which what it states has been so, where it is a correction of the list; null for any other change. */
    public LocalDate soSince() {
        return round.review() == null ? null : round.review().soSince();
    }

    VendorChange announced(Instant at) {
        allowIn("refused.moved.announced", SCHEDULED);
        return edit().state(ANNOUNCING).announcedAt(at).updatedAt(at).build();
    }

    VendorChange inNotice() {
        allowIn("refused.moved.followed-through-its-notice-period", ANNOUNCING, IN_NOTICE, DECIDING, POSTPONED);
        return in(IN_NOTICE, round);
    }

    VendorChange putToDecision() {
        allowIn("refused.moved.put-to-a-decision", IN_NOTICE, DECIDING, POSTPONED);
        return in(DECIDING, round);
    }

    VendorChange postponed(LocalDate to, Instant at) {
        allowIn("refused.moved.postponed", SCHEDULED, ANNOUNCING, IN_NOTICE, DECIDING, POSTPONED);
        ChangeState next = state == DECIDING ? POSTPONED : state;
        boolean isPublic = announcedAt != null && !isPublished();
        return edit().state(next)
                .postponedTo(to)
                .updatedAt(isPublic ? at : updatedAt)
                .build();
    }

    /** In use. An expedited change goes on to be announced; every other ends here. */
    VendorChange published(Instant at) {
        allowIn("refused.moved.published", SCHEDULED, IN_NOTICE, DECIDING, POSTPONED);
        if (isPublished()) {
            throw refuse("refused.moved.published");
        }
        ChangeState next = round.track() == Track.EXPEDITED ? state : PUBLISHED;
        return edit().state(next).publishedAt(at).updatedAt(at).build();
    }

    /** The notices of an expedited change have ended. */
    VendorChange closed() {
        allowIn("refused.moved.closed", IN_NOTICE, DECIDING, POSTPONED, PUBLISHED);
        return in(PUBLISHED, round);
    }

    VendorChange recordedUnlisted(Instant at) {
        allowIn("refused.moved.recorded-without-being-listed", SCHEDULED);
        return in(UNLISTED, round).updated(at);
    }

    VendorChange withdrawn(Instant at) {
        refuseWhenEnded("refused.moved.withdrawn");
        return in(WITHDRAWN, round).updated(at);
    }

    VendorChange amended(Proposal proposal, String proposer, Instant at) {
        refuseWhenEnded("refused.moved.amended");
        Round next = round.amended(proposal, proposer, at, updatedAt != null);
        return new VendorChange(reference, register, IN_REVIEW, next, null, publishedAt, null, updatedAt, version)
                .updated(at);
    }

    /** Why it cannot be withdrawn any more. */
    Optional<Phrase> obstacleToWithdrawal() {
        return Refused.reason(() -> refuseWhenEnded("refused.moved.withdrawn"));
    }

    private VendorChangeBuilder edit() {
        return VendorChangeBuilder.builder(this);
    }

    private void refuseWhenEnded(String move) {
        if (state.isEnded()) {
            throw refuse(move);
        }
    }

    private void allowIn(String move, ChangeState... states) {
        if (!Arrays.asList(states).contains(state)) {
            throw refuse(move);
        }
    }

    private Refused refuse(String move) {
        return Refused.conflict(
                "refused.change.moved-on", reference, Phrase.of(move), Phrase.of("refused.change.state." + state));
    }

    private VendorChange in(ChangeState next, Round with) {
        return edit().state(next).round(with).build();
    }

    /** Says something else from then on, if it ever said anything to anybody outside. */
    private VendorChange updated(Instant at) {
        return updatedAt == null ? this : edit().updatedAt(at).build();
    }
}
