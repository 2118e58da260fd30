package fairnotice.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A last day in a zone: it ends when that day ends there. The day of the event that starts it does not count
 * (Regulation (EEC, Euratom) 1182/71, art. 3(1)).
 *
 * @param lastDay the last day on which the thing may still be done
 * @param explanation one sentence: rule, clause, start, zone, result
 */
public record Deadline(LocalDate lastDay, ZoneId zone, String explanation) {

    /** The first instant at which the deadline is over: the start of the day after {@link #lastDay}, in the zone. */
    public Instant endsAt() {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether something that happened then was too late; computed, never read from a timer. */
    public boolean isOverAt(Instant at) {
        return !at.isBefore(endsAt());
    }

    /**
     * Counts a period from an event.
     *
     * @param start when the event happened
     * @param event the event in words that follow "from", for example "the day the notice was sent"
     */
    public static Deadline counted(CountingRule rule, Instant start, String event, Holidays holidays) {
        throw new UnsupportedOperationException();
    }
}
