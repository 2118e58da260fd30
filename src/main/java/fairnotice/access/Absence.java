package fairnotice.access;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody of the staff is away, and a colleague stands in: on those days the deputy acts with their roles too, under the deputy's own name, but
 * for those of administrators and auditors.
 *
 * @param id 0 for one that is to be written
 * @param firstDay in UTC, like {@code lastDay}, which is part of it
 * @param askedAt legal time
 * @param confirmed whether it counts; else it waits for another administrator
 */
public record Absence(
        long id,
        String username,
        String deputy,
        LocalDate firstDay,
        LocalDate lastDay,
        String askedBy,
        Instant askedAt,
        boolean confirmed)
        implements Requested {

    Absence counting() {
        return new Absence(id, username, deputy, firstDay, lastDay, askedBy, askedAt, true);
    }
}
