package fairnotice.change;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How a round was judged.
 *
 * @param reviewer user name
 * @param track the track chosen; weaker than the classification's or the one announced only with a comment and a second approval
 * @param announceOn day of the announcement in the register's zone; null for at once
 * @param secondApprover user name; null while none was needed or given
 * @param soSince for a correction: the day since which what it states has been so; null for any other change
 * @param textsInTwo whether it changes free texts that were called immaterial, which two of legal read
 */
public record Review(
        String reviewer,
        Instant reviewedAt,
        Track track,
        LocalDate announceOn,
        String comment,
        String secondApprover,
        LocalDate soSince,
        boolean textsInTwo) {

    /** One that changes no such texts. */
    public Review(
            String reviewer,
            Instant reviewedAt,
            Track track,
            LocalDate announceOn,
            String comment,
            String secondApprover,
            LocalDate soSince) {
        this(reviewer, reviewedAt, track, announceOn, comment, secondApprover, soSince, false);
    }

    static Review of(String reviewer, Instant at, Track track, LocalDate announceOn, String comment) {
        return new Review(reviewer, at, track, announceOn, comment, null, null);
    }

    /** The same, of a change of free texts that nobody is told of. */
    Review ofTexts() {
        return new Review(reviewer, reviewedAt, track, announceOn, comment, secondApprover, soSince, true);
    }

    /** That nothing changes but what the list says; to be certified by a second person. */
    static Review certifying(LocalDate soSince, String reviewer, Instant at, String comment) {
        return new Review(reviewer, at, Track.UNANNOUNCED, null, comment, null, soSince);
    }

    Review approvedAgain(String second) {
        return new Review(reviewer, reviewedAt, track, announceOn, comment, second, soSince, textsInTwo);
    }

    /** Whether it is published as a correction of the list. */
    public boolean corrects() {
        return soSince != null;
    }
}
