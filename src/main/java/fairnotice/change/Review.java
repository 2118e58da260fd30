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
 */
public record Review(
        String reviewer,
        Instant reviewedAt,
        Track track,
        LocalDate announceOn,
        String comment,
        String secondApprover,
        LocalDate soSince) {

    static Review of(String reviewer, Instant at, Track track, LocalDate announceOn, String comment) {
        return new Review(reviewer, at, track, announceOn, comment, null, null);
    }

    /** That nothing changes but what the list says; to be certified by a second person. */
    static Review certifying(LocalDate soSince, String reviewer, Instant at, String comment) {
        return new Review(reviewer, at, Track.UNANNOUNCED, null, comment, null, soSince);
    }

    Review approvedAgain(String second) {
        return new Review(reviewer, reviewedAt, track, announceOn, comment, second, soSince);
    }

    /** Whether it is published as a correction of the list. */
    public boolean corrects() {
        return soSince != null;
    }
}
