package fairnotice.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** One sentence for every rule. */
class ExplanationTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:04:31Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Holidays GOOD_FRIDAY = LocalDate.parse("2026-04-03")::equals;

    @Test
    void calendar_days() {
        assertThat(explained("30 days", LONDON, false))
                .isEqualTo(
                        "The period under DPA §05 is 30 days, weekends and holidays included, counted from the day the notice was sent"
                                + " (Monday 2 March 2026 at 10:04, Europe/London time); that day does not count, the last day is"
                                + " Wednesday 1 April 2026, and it ends at 00:00 on Thursday 2 April 2026, Europe/London time.");
    }

    @Test
    void a_last_day_that_is_moved() {
        assertThat(explained("32 days", LONDON, true))
                .contains(
                        "that day does not count, the period would end on Friday 3 April 2026, which is not a business day,"
                                + " so the last day is Monday 6 April 2026, and it ends at 00:00 on Tuesday 7 April 2026");
    }

    @Test
    void a_last_day_that_is_not_moved() {
        assertThat(explained("32 days", LONDON, false))
                .contains(
                        "the last day is Friday 3 April 2026 (not a business day; the date does not move), and it ends");
    }

    @Test
    void business_days() {
        assertThat(explained("5 business days", LONDON, false))
                .contains("5 business days, not counting Saturdays, Sundays and public holidays, counted from")
                .contains("the last day is Monday 9 March 2026");
    }

    @Test
    void weeks() {
        assertThat(explained("1 week", LONDON, false))
                .contains("1 week, ending on the same day of the week, counted from")
                .contains("the last day is Monday 9 March 2026");
    }

    @Test
    void months() {
        assertThat(explained("2 months", LONDON, false))
                .contains(
                        "2 months, ending on the day of the month with the same number or on the last day of a shorter month")
                .contains("the last day is Saturday 2 May 2026 (not a business day");
    }

    @Test
    void nothing_to_count() {
        assertThat(explained("0 days", LONDON, false))
                .contains("no day is counted after that day, the last day is Monday 2 March 2026");
    }

    @Test
    void a_day_that_ends_where_midnight_is_skipped() {
        assertThat(explained("5 days", ZoneId.of("America/Havana"), false))
                .contains("the last day is Saturday 7 March 2026")
                .contains("ends at 01:00 on Sunday 8 March 2026, America/Havana time");
    }

    @Test
    void universal_time_has_a_name() {
        assertThat(explained("1 day", ZoneOffset.UTC, false))
                .contains("10:04, UTC time")
                .doesNotContain("Z time");
    }

    @Test
    void a_clause_with_braces_and_quotes_is_shown_as_it_is() {
        CountingRule rule = new CountingRule(Period.days(1500), LONDON, false, "the customer's {0} §5");

        assertThat(Deadline.counted(rule, MONDAY, "SENT", Holidays.NONE)
                        .explanation()
                        .sentence(Locale.ENGLISH))
                .startsWith("The period under the customer's {0} §5 is 1500 days, weekends and holidays included,"
                        + " counted from the day the notice was sent (Monday");
    }

    @Test
    void a_rule_without_a_clause_names_none() {
        CountingRule rule = new CountingRule(Period.days(1), LONDON, false, null);

        assertThat(Deadline.counted(rule, MONDAY, "OBJECTION", Holidays.NONE)
                        .explanation()
                        .sentence(Locale.ENGLISH))
                .startsWith("The period is 1 day, ");
    }

    @Test
    void two_periods_of_one_clause_are_told_apart_by_their_names() {
        CountingRule rule = new CountingRule(Period.days(30), LONDON, false, "DPA §05");
        CountingRule without = new CountingRule(Period.days(30), LONDON, false, null);

        assertThat(begins(rule.called(CountingRule.Of.NOTICE))).isEqualTo("The notice period under DPA §05 is 30 days");
        assertThat(begins(rule.called(CountingRule.Of.OBJECTION)))
                .isEqualTo("The time to object under DPA §05 is 30 days");
        assertThat(begins(without.called(CountingRule.Of.NOTICE))).isEqualTo("The notice period is 30 days");
        assertThat(begins(without.called(CountingRule.Of.OBJECTION))).isEqualTo("The time to object is 30 days");
    }

    @Test
    void one_line_says_length_clause_start_and_end() {
        assertThat(line("30 days", "DPA §05", false))
                .isEqualTo(
                        "30 calendar days (DPA §05), counted from the day after the notice was sent on Mon 2 Mar 2026."
                                + " Ends Wed 1 Apr 2026, 24:00 Europe/London.");
        assertThat(line("32 days", "DPA §05", true))
                .endsWith("Ends Mon 6 Apr 2026 (Fri 3 Apr 2026 is not a business day), 24:00 Europe/London.");
        assertThat(line("32 days", "DPA §05", false))
                .endsWith("Ends Fri 3 Apr 2026 (not a business day; the date does not move), 24:00 Europe/London.");
        assertThat(line("1 business day", null, false)).startsWith("1 business day, counted from the day after");
        assertThat(line("1500 days", "{0}'s §5", false)).startsWith("1500 calendar days ({0}'s §5), ");
    }

    @Test
    void a_time_that_the_publisher_set_names_it() {
        CountingRule rule = CountingRule.setBy("OpsTicket", Period.days(10), ZoneOffset.UTC, false);

        assertThat(Deadline.counted(rule, MONDAY, "OBJECTION", Holidays.NONE)
                        .explanation()
                        .line(Locale.ENGLISH))
                .isEqualTo(
                        "OpsTicket has set this time: 10 calendar days, counted from the day after the objection came on"
                                + " Mon 2 Mar 2026. Ends Thu 12 Mar 2026, 24:00 UTC.");
    }

    @Test
    void every_event_has_words() {
        ResourceBundle words = ResourceBundle.getBundle("messages.rules", Locale.ROOT);
        List<String> events = Collections.list(words.getKeys()).stream()
                .filter(key -> key.startsWith("deadline.event."))
                .map(key -> key.substring("deadline.event.".length()))
                .toList();
        CountingRule rule = new CountingRule(Period.days(1), LONDON, false, null);

        assertThat(events)
                .hasSize(16)
                .contains("SENT", "OBJECTION")
                .allSatisfy(event -> assertThat(Deadline.counted(rule, MONDAY, event, Holidays.NONE)
                                .explanation()
                                .line(Locale.ENGLISH))
                        .contains("2 Mar 2026. Ends"));
    }

    @Test
    void what_is_stored_says_the_same_when_it_is_read() {
        for (boolean rolls : List.of(true, false)) {
            CountingRule rule = new CountingRule(Period.parse("32 days"), LONDON, rolls, "DPA \"§05\"\n")
                    .called(CountingRule.Of.NOTICE);
            Explanation counted =
                    Deadline.counted(rule, MONDAY, "SENT", GOOD_FRIDAY).explanation();
            Explanation read = Explanation.of(counted.stored());

            assertThat(read.sentence(Locale.ENGLISH))
                    .isEqualTo(counted.sentence(Locale.ENGLISH))
                    .startsWith("The notice period under");
            assertThat(read.line(Locale.ENGLISH)).isEqualTo(counted.line(Locale.ENGLISH));
        }
    }

    @Test
    void a_sentence_that_was_stored_before_is_told_as_it_is() {
        assertThat(Explanation.of("Thirty days from then.").line(Locale.ENGLISH))
                .isEqualTo("Thirty days from then.");
        assertThat(Explanation.of(null)).isEqualTo(Explanation.NONE);
        assertThat(Explanation.of(Explanation.NONE.stored())).isEqualTo(Explanation.NONE);
    }

    @Test
    void the_language_of_the_machine_does_not_matter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(explained("1 day", LONDON, false)).contains("Monday 2 March 2026 at 10:04");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String begins(CountingRule rule) {
        String sentence = Deadline.counted(rule, MONDAY, "SENT", Holidays.NONE)
                .explanation()
                .sentence(Locale.ENGLISH);
        return sentence.substring(0, sentence.indexOf(','));
    }

    private static String line(String period, String clause, boolean rolls) {
        CountingRule rule = new CountingRule(Period.parse(period), LONDON, rolls, clause);
        return Deadline.counted(rule, MONDAY, "SENT", GOOD_FRIDAY).explanation().line(Locale.ENGLISH);
    }

    private static String explained(String period, ZoneId zone, boolean rolls) {
        CountingRule rule = new CountingRule(Period.parse(period), zone, rolls, "DPA §05");
        return Deadline.counted(rule, MONDAY, "SENT", GOOD_FRIDAY).explanation().sentence(Locale.ENGLISH);
    }
}
