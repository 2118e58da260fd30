package fairnotice.change;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How a round was judged.
 *
 * @param reviewer user name
 * @param track the track chosen; weaker than the classification's only with a comment and a second approval
 * @param announceOn day of the announcement in the register's zone; null for at once
 * @param secondApprover user name; null while none was needed or given
 */
public record Review(
        String reviewer,
        Instant reviewedAt,
        Track track,
        LocalDate announceOn,
        String comment,
        String secondApprover) {}
