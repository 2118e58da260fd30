package fairnotice.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Days as moments in a zone, and the days beside them. Periods are counted by {@link Deadline}. */
public final class Days {

    /** When on its day something is done that was planned for a day. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** Where days begin first. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    /** Where days begin last. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private Days() {}

    /** The first moment of the day, which is not midnight where clocks go forward then. */
    public static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** 9 o'clock on the day. */
    public static Instant morning(LocalDate day, ZoneId zone) {
        return day.atTime(MORNING).atZone(zone).toInstant();
    }

    /** The day it is at that moment where days begin first: what lies after it lies in the future everywhere. */
    public static LocalDate latestAt(Instant moment) {
        return LocalDate.ofInstant(moment, FIRST);
    }

    /** The day it is at that moment where days begin last: what lies before it is over everywhere. */
    public static LocalDate earliestAt(Instant moment) {
        return LocalDate.ofInstant(moment, LAST);
    }

    public static LocalDate after(LocalDate day) {
        return day.plusDays(1);
    }

    /** The same day so many years later; 28 February for a leap day where the year has none. */
    public static LocalDate yearsAfter(int years, LocalDate day) {
        return day.plusYears(years);
    }

    /** The day of the same number so many months earlier, or the last of a shorter month. */
    public static LocalDate monthsBefore(int months, LocalDate day) {
        return day.minusMonths(months);
    }
}
