package fairnotice.web;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Explanation;
import fairnotice.refusal.WrittenDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Days and moments as people read them; in templates {@code ${@dates.day(…)}}. */
@Component
public class Dates {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    /** "17 May 2026" */
    public String day(LocalDate day) {
        return written(day);
    }

    static String written(LocalDate day) {
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
                ? "end of " + day(ends.lastDay()) + " (" + zone.getId() + ")"
                : moment(instant, zone);
    }

    /** How a deadline came about, in one line. */
    public String line(Explanation explanation) {
        return explanation.line(Locale.ENGLISH);
    }

    /** The same in a sentence to be checked with a calendar. */
    public String sentence(Explanation explanation) {
        return explanation.sentence(Locale.ENGLISH);
    }

    /** "17 May 2026, 09:30 (Europe/Berlin)": date, time and named zone. */
    public String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone)) + " (" + zone.getId() + ")";
    }
}
