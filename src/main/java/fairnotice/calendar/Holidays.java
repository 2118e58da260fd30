package fairnotice.calendar;

import java.time.LocalDate;

/** The public holidays of one place. */
@FunctionalInterface
public interface Holidays {

    Holidays NONE = day -> false;

    boolean isHoliday(LocalDate day);
}
