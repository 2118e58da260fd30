package fairnotice.web.workspace.staff;

import fairnotice.access.TypedAbsence;
import fairnotice.web.workspace.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** An absence as typed; days as {@code <input type="date">} sends them. */
record AbsenceForm(String deputy, String firstDay, String lastDay) {

    static final AbsenceForm BLANK = new AbsenceForm(null, null, null);

    TypedAbsence typed() {
        return new TypedAbsence(Problems.text(deputy), day(firstDay), day(lastDay));
    }

    /** Null for what is no day; the rules say that one is missing. */
    private static LocalDate day(String typed) {
        String day = Problems.text(typed);
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
