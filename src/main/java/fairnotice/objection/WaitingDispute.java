package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.refusal.WrittenDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a customer wrote against its refund and nobody has answered.
 *
 * @param since the day it came
 * @param until the last day to answer it
 */
public record WaitingDispute(LocalDate since, LocalDate until, ZoneId zone, boolean overdue) {

    static WaitingDispute of(Instant since, Deadline answer, Instant now) {
        return new WaitingDispute(
                LocalDate.ofInstant(since, answer.zone()), answer.lastDay(), answer.zone(), answer.isOverAt(now));
    }

    /** "16 December 2026" */
    public String sinceInWords() {
        return WrittenDay.inWords(since);
    }

    /** "21 December 2026" */
    public String untilInWords() {
        return WrittenDay.inWords(until);
    }
}
