package fairnotice.web;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Explanation;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.WrittenAmount;
import fairnotice.refusal.WrittenDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Days, moments and amounts as people read them; in templates {@code ${@dates.day(…)}}. */
@Component
public class Dates {

    /** "1,200.00 EUR" */
    public String money(BigDecimal amount, String currency) {
        return WrittenAmount.money(amount, currency);
    }

    /** "17 May 2026" */
    public String day(LocalDate day) {
        return WrittenDay.inWords(day);
    }

    /** "17 May 2026", the day on which that moment is in the zone */
    public String day(Instant instant, ZoneId zone) {
        return day(LocalDate.ofInstant(instant, zone));
    }

    /** By when something is due: "end of 16 May 2026 (UTC)" where a day ends there, else the moment. */
    public String due(Instant instant, ZoneId zone) {
        Deadline ends = Deadline.endingAt(instant, zone);
        return ends.endsAt().equals(instant)
                ? Phrase.of("said.due", ends.lastDay(), zone).said()
                : moment(instant, zone);
    }

    /** Since when something is overdue: "since the end of 16 May 2026 (UTC)", or since the moment. */
    public String overdue(Instant due, ZoneId zone) {
        Deadline ended = Deadline.endingAt(due, zone);
        return ended.endsAt().equals(due)
                ? Phrase.of("said.overdue", ended.lastDay(), zone).said()
                : Phrase.of("said.overdue.moment", moment(due, zone)).said();
    }

    /** How a deadline came about, in one line. */
    public String line(Explanation explanation) {
        return explanation.line(Language.reader());
    }

    /** The same in a sentence to be checked with a calendar. */
    public String sentence(Explanation explanation) {
        return explanation.sentence(Language.reader());
    }

    /** "17 May 2026, 09:30 (Europe/Berlin)": date, time and named zone. */
    public String moment(Instant instant, ZoneId zone) {
        return WrittenDay.minute(LocalDateTime.ofInstant(instant, zone)) + " (" + zone.getId() + ")";
    }
}
