package fairnotice.notice;

import static fairnotice.calendar.Almanac.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.CalendarEntry;
import fairnotice.calendar.CalendarEntry.Day;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.notice.NoticeStanding.State;
import fairnotice.publisher.PublicAddress;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of its own days still remind a customer. */
class NoticeEntryTest {

    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");
    private static final NoticeDates DATES = new NoticeDates(
            Deadline.on(LocalDate.parse("2026-07-01"), BERLIN), Deadline.on(LocalDate.parse("2026-06-16"), BERLIN));

    private Start start = new Start(Instant.parse("2026-06-01T10:00:00Z"), Start.By.SENT);

    @Test
    void the_last_day_to_object_is_taken_back_once_its_customer_has_objected() {
        assertThat(cancelled(State.RUNNING, false, null)).isEmpty();
        assertThat(cancelled(State.RUNNING, true, null)).containsExactly("objection");
    }

    @Test
    void every_day_is_taken_back_once_the_notice_does_not_count_or_its_customer_has_left() {
        assertThat(cancelled(State.WITHDRAWN, false, null)).containsExactly("objection", "notice", "exemption");
        assertThat(cancelled(State.SUPERSEDED, true, null))
                .as("what was agreed has one name over all notices, and goes on with the later one")
                .containsExactly("objection", "notice");
        assertThat(cancelled(State.RUNNING, true, NOW)).containsExactly("objection", "notice", "exemption");
        assertThat(cancelled(State.RUNNING, true, NOW.plusSeconds(1))).containsExactly("objection");
    }

    private NoticeEntry.Use use = NoticeEntry.Use.NONE;

    @Test
    void the_end_of_the_notice_says_what_keeps_the_change_away_and_when_it_was_in_effect_and_reminds_nobody() {
        use = new NoticeEntry.Use("Not for you.", "Used once.");
        assertThat(days(State.IN_EFFECT_RUNNING, true, false, null))
                .filteredOn(Day::silent)
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.key()).isEqualTo("notice");
                    assertThat(day.note()).isEqualTo("Not for you.\n\nUsed once.");
                });

        use = new NoticeEntry.Use(null, "Used since then.");
        assertThat(days(State.IN_EFFECT_RUNNING, true, false, null))
                .filteredOn(day -> day.key().equals("notice"))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.silent()).isFalse();
                    assertThat(day.note()).isEqualTo("Used since then.");
                });
    }

    @Test
    void no_day_counts_while_a_notice_has_reached_nobody() {
        start = null;

        assertThat(cancelled(State.UNREACHED, false, null)).containsExactly("objection", "notice", "exemption");
        assertThat(cancelled(State.WAITING, false, null)).containsExactly("objection", "notice", "exemption");
        assertThat(isAnyAhead(State.UNREACHED, NOW)).isFalse();
    }

    @Test
    void nobody_is_reminded_that_the_notice_ends_where_an_exemption_was_agreed_and_the_day_says_so() {
        assertThat(days(State.RUNNING, true, true, null))
                .filteredOn(Day::silent)
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.key()).isEqualTo("notice");
                    assertThat(day.note()).startsWith("You agreed on an exemption");
                });
        assertThat(days(State.RUNNING, true, false, null)).noneMatch(Day::silent);
        assertThat(days(State.RUNNING, true, true, null, exemption("2026-06-30")))
                .as("the exemption ends before the notice")
                .noneMatch(Day::silent);
    }

    @Test
    void there_is_nothing_to_take_once_every_day_is_over_or_taken_back() {
        assertThat(isAnyAhead(State.RUNNING, NOW)).isTrue();
        assertThat(isAnyAhead(State.OVER, Instant.parse("2026-09-01T21:59:59Z")))
                .as("the exemption ends with 1 September in Berlin")
                .isTrue();
        assertThat(isAnyAhead(State.OVER, Instant.parse("2026-09-01T22:00:00Z")))
                .isFalse();
        assertThat(isAnyAhead(State.WITHDRAWN, NOW)).isFalse();
    }

    private boolean isAnyAhead(State state, Instant at) {
        return entry(state, at, new ArrayList<>()).isAnyAhead(days(state, true, false, null));
    }

    private List<String> cancelled(State state, boolean objected, Instant boundUntil) {
        return days(state, objected, false, boundUntil).stream()
                .filter(Day::cancelled)
                .map(Day::key)
                .toList();
    }

    private static Day exemption(String until) {
        return new Day("exemption", "Last day of your exemption", Deadline.on(LocalDate.parse(until), BERLIN));
    }

    private List<Day> days(State state, boolean objected, boolean exempted, Instant boundUntil) {
        return days(state, objected, exempted, boundUntil, exemption("2026-09-01"));
    }

    private List<Day> days(State state, boolean objected, boolean exempted, Instant boundUntil, Day agreed) {
        List<CalendarEntry> written = new ArrayList<>();
        Notice notice = NoticeBuilder.builder()
                .id(1)
                .reference(Announced.REFERENCE)
                .round(1)
                .register("opsticket")
                .policyVersion(1)
                .customer(7)
                .told(true)
                .mayObject(true)
                .dates(DATES)
                .boundUntil(boundUntil)
                .build();
        NoticeEntry entry = entry(state, NOW, written);
        VendorChange change = Announced.at("2026-06-01T10:00:00Z");
        entry.write(notice, change, entry.days(notice, change, objected, exempted, List.of(agreed), use), "/n/abc");
        return written.get(0).days();
    }

    private NoticeEntry entry(State state, Instant at, List<CalendarEntry> written) {
        ReadingStanding standing = new ReadingStanding(null, null, null, null, null) {
            @Override
            public NoticeStanding of(Notice notice, VendorChange change) {
                return new NoticeStanding(state, start, DATES, null, null, null, false, null);
            }
        };
        return new NoticeEntry(
                standing,
                (Notices) Proxy.newProxyInstance(
                        Notices.class.getClassLoader(),
                        new Class<?>[] {Notices.class},
                        (proxy, method, given) -> "notice-drawn"),
                entries -> {
                    written.addAll(entries);
                    return new byte[0];
                },
                PublicAddress.of("https://notices.example.com"),
                Clock.fixed(at, ZoneOffset.UTC));
    }
}
