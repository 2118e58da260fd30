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
 */
public record Round(
        int number,
        Proposal proposal,
        String proposedBy,
        Set<String> authors,
        Instant proposedAt,
        Classification classification,
        Review review) {

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
        this(number, proposal, proposedBy, Set.of(proposedBy), proposedAt, classification, review);
    }

    static Round first(Proposal proposal, String proposedBy, Instant at) {
        return new Round(1, proposal, proposedBy, at, null, null);
    }

    Round amended(Proposal amended, String by, Instant at) {
        Set<String> all = new HashSet<>(authors);
        all.add(by);
        return new Round(number + 1, amended, by, all, at, null, null);
    }

    Round classified(Classification as) {
        return new Round(number, proposal, proposedBy, authors, proposedAt, as, null);
    }

    Round reviewed(Review review) {
        return new Round(number, proposal, proposedBy, authors, proposedAt, classification, review);
    }

    Round revised(Proposal better) {
        return new Round(number, better, proposedBy, authors, proposedAt, null, null);
    }

    /** The track it takes: the reviewer's choice, or what the table said while there is none; null before that. */
    public Track track() {
        if (review != null) {
            return review.track();
        }
        return classification == null ? null : classification.track();
    }

    /** Expedited changes, weakened tracks and corrections need two (invariant 6). */
    public boolean needsSecondApproval() {
        return review != null
                && (review.corrects()
                        || review.track() == Track.EXPEDITED
                        || review.track().isWeakerThan(classification.track()));
    }

    /** The latest of the days that the next step waits for; empty for at once. */
    Optional<LocalDate> chosenDay(LocalDate postponedTo) {
        Stream<LocalDate> days = track() == Track.UNANNOUNCED
                ? Stream.of(review.announceOn(), proposal.goLiveAt(), postponedTo)
                : Stream.ofNullable(review.announceOn());
        return days.filter(Objects::nonNull).max(LocalDate::compareTo);
    }
}
