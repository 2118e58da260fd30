package fairnotice.calendar.ical4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.calendar.CalendarEntry;
import fairnotice.calendar.CalendarEntry.Day;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.Explanation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class Ical4jEntriesTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-02T09:30:15Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Ical4jEntries entries = new Ical4jEntries();

    @Test
    void each_last_day_is_an_event_of_the_whole_day_that_keeps_nobody_busy() throws Exception {
        Calendar read = read(entry("Objection OBJ-2026-0003", "About Lyrics Ltd."));

        assertThat(read.getProperty(Property.METHOD)).isEmpty();
        assertThat(events(read)).hasSize(2).allSatisfy(event -> {
            assertThat(value(event, Property.DTSTAMP)).isEqualTo("20260302T093015Z");
            assertThat(value(event, Property.TRANSP)).isEqualTo("TRANSPARENT");
            assertThat(value(event, Property.URL)).isEqualTo("https://notices.example.com/n/abc");
            event.validate();
        });
        VEvent answer = events(read).get(0);
        assertThat(answer.getProperty(Property.DTSTART).map(Object::toString))
                .hasValue("DTSTART;VALUE=DATE:20260329\r\n");
        assertThat(answer.getProperty(Property.DTEND).map(Object::toString)).hasValue("DTEND;VALUE=DATE:20260330\r\n");
        assertThat(value(answer, Property.UID)).isEqualTo("answer.OBJ-2026-0003@notices.example.com");
        assertThat(value(answer, Property.SUMMARY)).isEqualTo("We answer by: Objection OBJ-2026-0003");
        assertThat(value(events(read).get(1), Property.UID)).startsWith("window.");
        read.validate();
    }

    @Test
    void a_reminder_comes_two_days_before() throws Exception {
        VEvent event = events(read(entry("Objection", "x"))).get(0);

        VAlarm alarm = (VAlarm) event.getAlarms().get(0);
        assertThat(event.getAlarms()).hasSize(1);
        assertThat(value(alarm, Property.ACTION)).isEqualTo("DISPLAY");
        assertThat(value(alarm, Property.TRIGGER)).isEqualTo("-P2D");
        assertThat(value(alarm, Property.DESCRIPTION)).isEqualTo("We answer by: Objection");
    }

    @Test
    void it_says_in_which_zone_the_day_ends_and_how_it_was_counted() throws Exception {
        VEvent event = events(read(entry("Objection", "About Lyrics Ltd."))).get(0);

        assertThat(value(event, Property.DESCRIPTION)).isEqualTo("""
                About Lyrics Ltd.

                Fifteen days from the filing.

                The period ends at the end of that day (Europe/Berlin).

                https://notices.example.com/n/abc""");
    }

    @Test
    void what_people_typed_stays_text() throws Exception {
        String typed =
                "a, b; c\\d \"e\" \u00dc\u4f60\ud83d\ude00\r\nBEGIN:VALARM\nATTACH:https://evil.example\u0007\u2028x";

        byte[] file = entries.write(List.of(entry(typed, typed)));

        VEvent event = events(parsed(file)).get(0);
        String kept = "a, b; c\\d \"e\" \u00dc\u4f60\ud83d\ude00\nBEGIN:VALARM\nATTACH:https://evil.example \nx";
        assertThat(value(event, Property.SUMMARY)).isEqualTo("We answer by: " + kept);
        assertThat(value(event, Property.DESCRIPTION)).startsWith(kept + "\n\n");
        assertThat(event.getAlarms()).hasSize(1);
        assertThat(new String(file, StandardCharsets.UTF_8).lines())
                .noneMatch(line -> line.startsWith("ATTACH"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void a_line_is_folded_only_where_the_next_letter_has_no_room_in_it() {
        String words = "The period under DPA §05 is 15 days, weekends and holidays included. ".repeat(6);
        String file = new String(entries.write(List.of(entry("s", words))), StandardCharsets.UTF_8);

        String[] lines = file.split("\r\n");
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].startsWith(" ")) {
                String one = lines[i - 1] + lines[i].substring(1, 2);
                assertThat(one.getBytes(StandardCharsets.UTF_8).length).as(one).isGreaterThan(75);
            }
        }
        assertThat(file).contains("\r\n ");
    }

    @Test
    void every_line_ends_as_the_standard_wants_it() {
        String file = new String(entries.write(List.of(entry("s", "d"))), StandardCharsets.UTF_8);

        assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @Test
    void an_entry_without_an_address_or_sent_again_later_is_fine_too() throws Exception {
        List<Day> days = entry("s", "d").days();

        VEvent first = events(read(new CalendarEntry("u@x", "s", null, null, days, WRITTEN)))
                .get(0);
        VEvent moved = events(read(new CalendarEntry("u@x", "s", null, null, days, WRITTEN.plusSeconds(86_400))))
                .get(0);

        assertThat(first.getProperty(Property.URL)).isEmpty();
        assertThat(value(moved, Property.UID)).isEqualTo(value(first, Property.UID));
        assertThat(Integer.parseInt(value(moved, Property.SEQUENCE)))
                .isGreaterThan(Integer.parseInt(value(first, Property.SEQUENCE)));
    }

    @Test
    void a_day_that_no_longer_matters_takes_its_event_back_and_reminds_nobody() throws Exception {
        List<Day> days = entry("s", "d").days();
        VEvent first = events(read(new CalendarEntry("u@x", "s", null, null, days, WRITTEN)))
                .get(0);

        VEvent cancelled = events(read(new CalendarEntry(
                        "u@x",
                        "s",
                        null,
                        null,
                        List.of(days.get(0).cancelledIf(true), days.get(1).cancelledIf(false)),
                        WRITTEN.plusSeconds(60))))
                .get(0);

        assertThat(first.getProperty(Property.STATUS)).isEmpty();
        assertThat(value(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(cancelled, Property.UID)).isEqualTo(value(first, Property.UID));
        assertThat(Integer.parseInt(value(cancelled, Property.SEQUENCE)))
                .isGreaterThan(Integer.parseInt(value(first, Property.SEQUENCE)));
        assertThat(cancelled.getAlarms()).isEmpty();
        assertThat(value(first, Property.DESCRIPTION)).contains("The period ends at the end of that day");
        assertThat(value(cancelled, Property.DESCRIPTION)).doesNotContain("The period ends at the end of that day");
    }

    @Test
    void a_day_nobody_needs_to_be_reminded_of_has_no_alarm_and_says_why() throws Exception {
        VEvent event = events(read(new CalendarEntry(
                        "u@x",
                        "s",
                        "About Lyrics Ltd.",
                        null,
                        List.of(entry("s", "d").days().get(0).silent("You are exempted.")),
                        WRITTEN)))
                .get(0);

        assertThat(event.getAlarms()).isEmpty();
        assertThat(event.getProperty(Property.STATUS)).isEmpty();
        assertThat(value(event, Property.DESCRIPTION)).startsWith("About Lyrics Ltd.\n\nYou are exempted.\n\n");
    }

    @Test
    void an_entry_has_days_that_can_be_told_apart() {
        Day day = entry("s", "d").days().get(0);

        assertThatThrownBy(() -> new CalendarEntry("u", "s", "d", null, List.of(), WRITTEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CalendarEntry("u", "s", "d", null, List.of(day, day), WRITTEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CalendarEntry entry(String summary, String description) {
        Deadline answer =
                new Deadline(LocalDate.of(2026, 3, 29), BERLIN, Explanation.of("Fifteen days from the filing."));
        Deadline window = Deadline.on(LocalDate.of(2026, 4, 1), BERLIN);
        return new CalendarEntry(
                "OBJ-2026-0003@notices.example.com",
                summary,
                description,
                "https://notices.example.com/n/abc",
                List.of(new Day("answer", "We answer by", answer), new Day("window", "The window closes", window)),
                WRITTEN);
    }

    private Calendar read(CalendarEntry entry) throws IOException, ParserException {
        return parsed(entries.write(List.of(entry)));
    }

    private static Calendar parsed(byte[] file) throws IOException, ParserException {
        return new CalendarBuilder().build(new ByteArrayInputStream(file));
    }

    private static List<VEvent> events(Calendar calendar) {
        return calendar.getComponents("VEVENT");
    }

    private static String value(net.fortuna.ical4j.model.Component component, String property) {
        return component.getProperty(property).map(Property::getValue).orElseThrow();
    }
}
