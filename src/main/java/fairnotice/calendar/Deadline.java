package fairnotice.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A last day in a zone: it ends when that day ends there. The day of the event that starts it does not count
 * (Regulation (EEC, Euratom) 1182/71, art. 3(1)).
 *
 * @param lastDay the last day on which the thing may still be done
 */
public record Deadline(LocalDate lastDay, ZoneId zone, Explanation explanation) {

    /** A last day that is known, and not counted from anything. */
    public static Deadline on(LocalDate lastDay, ZoneId zone) {
        return new Deadline(lastDay, zone, Explanation.NONE);
    }

    /**
     * The last day of a period that follows an event and that no contract states: calendar days, with no regard to holidays.
     *
     * @param event when it happened; its own day does not count
     */
    public static Deadline following(Period period, Instant event, ZoneId zone) {
        return on(period.countedFrom(LocalDate.ofInstant(event, zone), Holidays.NONE), zone);
    }

    /** The first instant at which the deadline is over: the start of the day after {@link #lastDay}, in the zone. */
    public Instant endsAt() {
        return dayAfter().atStartOfDay(zone).toInstant();
    }

    /** The last instant of the last day: what is counted on from here begins with the day after it. */
    public Instant lastMoment() {
        return endsAt().minusNanos(1);
    }

    /** The first day on which the thing may be used, or no longer be done: "thirty clear days" end before it. */
    public LocalDate dayAfter() {
        return lastDay.plusDays(1);
    }

    /** Whether something that happened then was too late; computed, never read from a timer. */
    public boolean isOverAt(Instant at) {
        return !at.isBefore(endsAt());
    }

    /** Whether of the time from then until the deadline less is left than has passed. */
    public boolean isMoreThanHalfGoneAt(Instant at, Instant from) {
        return Duration.between(from, at).compareTo(Duration.between(at, endsAt())) > 0;
    }

    /** The first instant of the day that lies so long before the last day: when somebody is reminded of it. */
    public Instant startsBefore(Period period, Holidays holidays) {
        return period.countedBackFrom(lastDay, holidays).atStartOfDay(zone).toInstant();
    }

    /**
     * The period that follows this one. It is counted on from the last day and never from {@link #endsAt}, which lies in the day after:
     * two periods in a row are as long as both together.
     *
     * @param event key of what this deadline ended: {@code SEARCH}
     */
    public Deadline then(CountingRule rule, String event, Holidays holidays) {
        return counted(rule, lastMoment(), event, holidays);
    }

    /**
     * The deadline that a table keeps by the instant of its end, without an explanation.
     *
     * @param endsAt the start of a day in the zone
     */
    public static Deadline endingAt(Instant endsAt, ZoneId zone) {
        return new Deadline(LocalDate.ofInstant(endsAt.minusNanos(1), zone), zone, Explanation.NONE);
    }

    /**
     * Counts a period from an event, by the rule's zone whatever the zone of whoever acted.
     *
     * @param start when the event happened
     * @param event key of the event among the words of {@link Explanation}: {@code SENT}
     */
    public static Deadline counted(CountingRule rule, Instant start, String event, Holidays holidays) {
        LocalDate counted = rule.period().countedFrom(start.atZone(rule.zone()).toLocalDate(), holidays);
        LocalDate last = rule.rollsForward() ? holidays.businessDayFrom(counted) : counted;
        return new Deadline(
                last, rule.zone(), new CountedDays(rule, start, event, counted, last, holidays.isBusinessDay(counted)));
    }
}
