package fairnotice.access;

import fairnotice.calendar.Days;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.time.LocalDate;

/**
 * An absence as typed; days in UTC.
 *
 * @param deputy a user name; null where none was chosen
 * @param firstDay null where it cannot be read, like {@code lastDay}
 */
public record TypedAbsence(String deputy, LocalDate firstDay, LocalDate lastDay) {

    private static final int MOST_YEARS = 1;

    /** @throws Refused with every problem at once */
    void check(String username, StaffAccount standingIn, LocalDate today) {
        boolean dated = firstDay != null && lastDay != null;
        new TextRules()
                .refuseIf(firstDay == null, "firstDay", "refused.absence.day")
                .refuseIf(lastDay == null, "lastDay", "refused.absence.day")
                .refuseIf(dated && lastDay.isBefore(firstDay), "lastDay", "refused.absence.turned")
                .refuseIf(dated && lastDay.isBefore(today), "lastDay", "refused.absence.over")
                .refuseIf(
                        dated && lastDay.isAfter(Days.yearsAfter(MOST_YEARS, firstDay)),
                        "lastDay",
                        "refused.absence.long")
                .refuseIf(username.equals(deputy), "deputy", "refused.absence.own")
                .refuseIf(standingIn == null || !standingIn.active(), "deputy", "refused.absence.deputy")
                .orRefuse();
    }
}
