package fairnotice.change;

import fairnotice.calendar.Days;
import fairnotice.refusal.TextRules;
import java.time.LocalDate;

/** A day chosen for something to come: an announcement, a first day of use. What lies too far ahead is a slip of the keyboard, and no plan. */
final class PlannedDay {

    private static final int YEARS = 5;

    private PlannedDay() {}

    /**
     * @param day null when none was chosen
     * @param earliest the first day that may be chosen
     * @param tooEarly key of the sentence for a day before it
     * @param today in the register's zone
     */
    static void check(
            TextRules rules, String field, LocalDate day, LocalDate earliest, String tooEarly, LocalDate today) {
        if (day == null) {
            return;
        }
        LocalDate latest = Days.yearsAfter(YEARS, today);
        rules.refuseIf(day.isBefore(earliest), field, tooEarly)
                .refuseIf(day.isAfter(latest), field, "refused.day.too-far", YEARS, latest);
    }
}
