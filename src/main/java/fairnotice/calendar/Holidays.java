package fairnotice.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** The public holidays of one place. */
@FunctionalInterface
public interface Holidays {

    Holidays NONE = day -> false;

    boolean isHoliday(LocalDate day);

    /**
     * Whether business is done on that day: neither a Saturday, a Sunday nor a holiday
     * (working days in Regulation (EEC, Euratom) 1182/71, art. 2(2)).
     */
    default boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** The day itself when business is done on it, else the next on which it is. */
    default LocalDate businessDayFrom(LocalDate day) {
        LocalDate next = day;
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
