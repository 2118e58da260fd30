package fairnotice.change;

import io.soabase.recordbuilder.core.RecordBuilder;
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
 * @param announcedTrack the strongest track that customers were told of for the same vendor, by an earlier round or by a change that did not come
 *     about; null where they were told of none
 */
@RecordBuilder
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
        Round next = new Round(number + 1, amended, by, all, at, null, null, announcedTrack);
        return told && review != null ? next.announcedBefore(review.track()) : next;
    }

    /** @param track that customers were told of for the same vendor */
    Round announcedBefore(Track track) {
        Track strongest = announcedTrack == null || announcedTrack.isWeakerThan(track) ? track : announcedTrack;
        return edit().announcedTrack(strongest).build();
    }

    Round classified(Classification as) {
        return edit().classification(as).review(null).build();
    }

    Round reviewed(Review review) {
        return edit().review(review).build();
    }

    Round revised(Proposal better) {
        return edit().proposal(better).classification(null).review(null).build();
    }

    private RoundBuilder edit() {
        return RoundBuilder.builder(this);
    }

    /** The track it takes: the reviewer's choice, or what the table said while there is none; null before that. */
    public Track track() {
        if (review != null) {
            return review.track();
        }
        return classification == null ? null : classification.track();
    }

    /** Whether it takes back from customers what they were told: its track is weaker than the one announced. */
    public boolean weakensAnnouncedTrack() {
        return weakensAnnounced(track());
    }

    /** The same for a track that might be chosen. */
    boolean weakensAnnounced(Track chosen) {
        return announcedTrack != null && chosen != null && chosen.isWeakerThan(announcedTrack);
    }

    /** Expedited changes, weakened tracks, corrections and texts called immaterial need two (invariant 6), whoever weakened the track, and how. */
    public boolean needsSecondApproval() {
        return review != null
                && (review.corrects()
                        || review.textsInTwo()
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
