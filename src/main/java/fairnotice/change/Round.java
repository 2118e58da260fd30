package fairnotice.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The n-th time a change is announced, from its proposal on.
 *
 * @param number from 1; an amendment opens the next
 * @param proposedBy user name
 * @param authors user names of all who wrote this round or an earlier one
 * @param classification null until the table has been asked
 * @param review null until approved
 * @param announcedTrack the strongest track of an earlier round, where customers were told of one; null while nobody was
 */
public record Round(
        int number,
        Proposal proposal,
        String proposedBy,
        Set<String> authors,
        Instant proposedAt,
        Classification classification,
        Review review,
        Track announcedTrack) {

    public Round {
        authors = Set.copyOf(authors);
    }

    /** A first round: its author is who proposed it. */
    public Round(
            int number,
            Proposal proposal,
            String proposedBy,
            Instant proposedAt,
            Classification classification,
            Review review) {
        this(number, proposal, proposedBy, Set.of(proposedBy), proposedAt, classification, review, null);
    }

    static Round first(Proposal proposal, String proposedBy, Instant at) {
        return new Round(1, proposal, proposedBy, at, null, null);
    }

    /** @param told whether this round or an earlier one was announced */
    Round amended(Proposal amended, String by, Instant at, boolean told) {
        Set<String> all = new HashSet<>(authors);
        all.add(by);
        Track strongest = Stream.of(
                        Optional.ofNullable(announcedTrack),
                        Optional.ofNullable(review).map(Review::track))
                .flatMap(Optional::stream)
                .max(Track::compareTo)
                .orElse(null);
        return new Round(number + 1, amended, by, all, at, null, null, told ? strongest : null);
    }

    Round classified(Classification as) {
        return new Round(number, proposal, proposedBy, authors, proposedAt, as, null, announcedTrack);
    }

    Round reviewed(Review review) {
        return new Round(number, proposal, proposedBy, authors, proposedAt, classification, review, announcedTrack);
    }

    Round revised(Proposal better) {
        return new Round(number, better, proposedBy, authors, proposedAt, null, null, announcedTrack);
    }

    /** The track it takes: the reviewer's choice, or what the table said while there is none; null before that. */
    public Track track() {
        if (review != null) {
            return review.track();
        }
        return classification == null ? null : classification.track();
    }

    /** Whether an amendment takes back from customers what they were told: its track is weaker than the one announced. */
    public boolean weakensAnnouncedTrack() {
        return weakensAnnounced(track());
    }

    /** The same for a track that might be chosen. */
    boolean weakensAnnounced(Track chosen) {
        return announcedTrack != null && chosen != null && chosen.isWeakerThan(announcedTrack);
    }

    /** Expedited changes, weakened tracks and corrections need two (invariant 6), whether a reviewer weakened the track or an amendment. */
    public boolean needsSecondApproval() {
        return review != null
                && (review.corrects()
                        || review.track() == Track.EXPEDITED
                        || review.track().isWeakerThan(classification.track())
                        || weakensAnnouncedTrack());
    }

    /** The latest of the days that the next step waits for; empty for at once. */
    Optional<LocalDate> chosenDay(LocalDate postponedTo) {
        Stream<LocalDate> days = track() == Track.UNANNOUNCED
                ? Stream.of(review.announceOn(), proposal.goLiveAt(), postponedTo)
                : Stream.ofNullable(review.announceOn());
        return days.filter(Objects::nonNull).max(LocalDate::compareTo);
    }
}
