package fairnotice.termination;

import fairnotice.calendar.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What of an order ends with a termination.
 *
 * @param lines ids of the lines that end; none for the whole order
 * @param lastDay last day of use, in the zone
 * @param over whether that day has ended; before that the order is still in use
 */
public record OrderEnd(String order, List<String> lines, LocalDate lastDay, ZoneId zone, boolean over) {

    static OrderEnd of(Election election, ZoneId zone, Instant now) {
        boolean over = Deadline.on(election.lastDay(), zone).isOverAt(now);
        return new OrderEnd(election.order(), election.lines(), election.lastDay(), zone, over);
    }
}
