package fairnotice.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/** A calendar counted by hand, a day at a time from a table of months, to hold the house's own counting against. */
public final class Almanac {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final long HOUR = 3_600;

    private Almanac() {}

    /** Every day from the first of a year to the last of another: leap years, month ends and changes of the clock are among them. */
    public static Stream<LocalDate> days(int first, int last) {
        return Stream.iterate(LocalDate.of(first, 1, 1), day -> day.getYear() <= last, Almanac::next);
    }

    public static LocalDate next(LocalDate day) {
        int length = day.getMonthValue() == 2 && isLeap(day.getYear()) ? 29 : LENGTHS[day.getMonthValue() - 1];
        if (day.getDayOfMonth() < length) {
            return LocalDate.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth() + 1);
        }
        return day.getMonthValue() < 12
                ? LocalDate.of(day.getYear(), day.getMonthValue() + 1, 1)
                : LocalDate.of(day.getYear() + 1, 1, 1);
    }

    /** So many days on. */
    public static LocalDate after(LocalDate day, int days) {
        LocalDate later = day;
        for (int counted = 0; counted < days; counted++) {
            later = next(later);
        }
        return later;
    }

    /** The start of a day in Berlin or Toronto, by the rules for summer time that the two have had since 2007. */
    public static Instant midnight(LocalDate day, ZoneId zone) {
        long offset = zone.equals(BERLIN) ? (isSummerInBerlin(day) ? 2 : 1) : (isSummerInToronto(day) ? -4 : -5);
        return Instant.ofEpochSecond(daysSince1970(day) * 24 * HOUR - offset * HOUR);
    }

    /** Summer time comes and goes in the small hours of a Sunday: that day begins as the one before it did. */
    private static boolean isSummerInBerlin(LocalDate day) {
        return isBetween(day, 3, lastSunday(day.getYear(), 3), 10, lastSunday(day.getYear(), 10));
    }

    private static boolean isSummerInToronto(LocalDate day) {
        return isBetween(day, 3, firstSunday(day.getYear(), 3) + 7, 11, firstSunday(day.getYear(), 11));
    }

    private static boolean isBetween(LocalDate day, int fromMonth, int after, int toMonth, int upTo) {
        int at = day.getMonthValue() * 100 + day.getDayOfMonth();
        return at > fromMonth * 100 + after && at <= toMonth * 100 + upTo;
    }

    private static int firstSunday(int year, int month) {
        int day = 1;
        while (!isSunday(LocalDate.of(year, month, day))) {
            day++;
        }
        return day;
    }

    /** Of a month of 31 days. */
    private static int lastSunday(int year, int month) {
        int day = 31;
        while (!isSunday(LocalDate.of(year, month, day))) {
            day--;
        }
        return day;
    }

    /** 4 January 1970 was one. */
    private static boolean isSunday(LocalDate day) {
        return Math.floorMod(daysSince1970(day) - 3, 7) == 0;
    }

    private static long daysSince1970(LocalDate day) {
        long days = day.getDayOfMonth() - 1L;
        for (int year = 1970; year < day.getYear(); year++) {
            days += isLeap(year) ? 366 : 365;
        }
        for (int month = 1; month < day.getMonthValue(); month++) {
            days += month == 2 && isLeap(day.getYear()) ? 29 : LENGTHS[month - 1];
        }
        return days;
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
