package fairnotice.notice;

import static fairnotice.calendar.Almanac.BERLIN;
import static fairnotice.calendar.Almanac.TORONTO;
import static fairnotice.calendar.Almanac.days;
import static fairnotice.calendar.Almanac.midnight;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Holidays;
import fairnotice.change.VendorChange;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What all clocks of a round together mean for the change. It was announced on 1 June 2026 at 10:00 in Berlin. */
class DateRulesTest {

    private static final String ANNOUNCED = "2026-06-01T08:00:00Z";
    private static final Instant NOW = Instant.parse(ANNOUNCED);
    private static final Instant STANDARD_END = berlin("2026-07-02");
    private static final ClockSummary NOBODY = new ClockSummary(null, null, 0);

    @Test
    void without_customers_of_its_own_a_change_keeps_the_standard_dates() {
        ChangeDates dates = dates(Announced.at(ANNOUNCED), NOBODY, NOW);

        assertThat(dates)
                .isEqualTo(new ChangeDates(STANDARD_END, berlin("2026-06-17"), STANDARD_END, STANDARD_END, null, 0));
    }

    @Test
    void the_latest_of_the_clocks_binds_and_never_less_than_the_standard_one() {
        days(2026, 2026).filter(day -> day.getMonthValue() >= 6).forEach(day -> {
            Instant own = midnight(day, BERLIN);

            ChangeDates dates = dates(Announced.at(ANNOUNCED), new ClockSummary(own, own, 0), NOW);

            assertThat(dates.noticeEndsAt())
                    .as("a customer's notice ends as %s begins", day)
                    .isEqualTo(own.isAfter(STANDARD_END) ? own : STANDARD_END);
            assertThat(dates.objectionsCloseAt())
                    .as("a customer's window closes as %s begins", day)
                    .isEqualTo(own.isAfter(berlin("2026-06-17")) ? own : berlin("2026-06-17"));
        });
    }

    @Test
    void use_begins_after_the_notices_and_not_before_the_day_wished_for_or_postponed_to() {
        Map<String, Instant> byWish = Map.of(
                "2026-06-10", STANDARD_END,
                "2026-07-02", STANDARD_END,
                "2026-07-03", berlin("2026-07-03"),
                "2026-10-25", berlin("2026-10-25"),
                "2026-10-26", berlin("2026-10-26"));

        byWish.forEach((wished, use) -> {
            LocalDate day = LocalDate.parse(wished);
            assertThat(dates(Announced.at(ANNOUNCED, day, null), NOBODY, NOW).goLiveAt())
                    .as("wished for %s", wished)
                    .isEqualTo(use);
            assertThat(dates(Announced.at(ANNOUNCED, null, day), NOBODY, NOW).goLiveAt())
                    .as("postponed to %s", wished)
                    .isEqualTo(use);
        });
        assertThat(dates(
                                Announced.at(ANNOUNCED, LocalDate.parse("2026-09-01"), LocalDate.parse("2026-08-01")),
                                NOBODY,
                                NOW)
                        .goLiveAt())
                .as("the later of the two")
                .isEqualTo(berlin("2026-09-01"));
    }

    @Test
    void customers_not_reached_are_waited_for_until_the_long_stop() {
        NoticePolicy patient = Promise.in(BERLIN).reachWithin("45 days").made();
        NoticePolicy hasty = Promise.in(BERLIN).reachWithin("10 days").made();
        ClockSummary unreached = new ClockSummary(null, null, 2);

        assertThat(dates(patient, Announced.at(ANNOUNCED), unreached, NOW).checkAt())
                .isEqualTo(berlin("2026-07-17"));
        assertThat(dates(patient, Announced.at(ANNOUNCED), NOBODY, NOW).checkAt())
                .as("nobody is waited for")
                .isEqualTo(STANDARD_END);
        assertThat(dates(hasty, Announced.at(ANNOUNCED), unreached, NOW).checkAt())
                .as("the notice is longer")
                .isEqualTo(STANDARD_END);
    }

    @Test
    void the_next_reminder_is_the_first_that_lies_ahead_at_nine_in_the_registers_morning() {
        NoticePolicy policy =
                Promise.in(TORONTO).reminders("7 days", "14 days", "21 days").made();
        String announced = "2026-10-25T02:00:00Z";
        List<Instant> mornings = List.of(
                Instant.parse("2026-10-31T13:00:00Z"),
                Instant.parse("2026-11-07T14:00:00Z"),
                Instant.parse("2026-11-14T14:00:00Z"));

        for (int hours = 0; hours <= 24 * 30; hours++) {
            Instant now = Instant.parse(announced).plus(Duration.ofHours(hours));

            Instant next = dates(policy, Announced.at(announced), NOBODY, now).nextReminderAt();

            assertThat(Optional.ofNullable(next))
                    .as("at %s, announced on 24 October in Toronto", now)
                    .isEqualTo(mornings.stream().filter(now::isBefore).findFirst());
        }
    }

    @Test
    void nothing_is_published_while_somebody_is_not_reached_or_a_moment_before_its_time() {
        ChangeDates over = dates(Announced.at(ANNOUNCED), NOBODY, NOW);
        ChangeDates waiting = dates(Announced.at(ANNOUNCED), new ClockSummary(null, null, 2), NOW);

        assertThat(NoticesHaveEnded.stillRunning(over, STANDARD_END)).isEmpty();
        assertThat(NoticesHaveEnded.stillRunning(over, STANDARD_END.minusNanos(1)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(STANDARD_END.toString()));
        assertThat(NoticesHaveEnded.stillRunning(waiting, after(STANDARD_END)))
                .contains("2 entitled customers have not been reached nor left out.");
    }

    @Test
    void letters_to_everybody_show_the_day_that_use_was_postponed_to() {
        NoticeDates standard = standard(Promise.in(BERLIN).made(), NOW);

        assertThat(EmailModel.standard(standard, Announced.at(ANNOUNCED), NOW))
                .containsEntry("standardEnds", "1 July 2026")
                .containsEntry("standardUse", "2 July 2026")
                .containsEntry("standardCloses", "16 June 2026")
                .containsEntry("announcedOn", "1 June 2026");
        assertThat(EmailModel.standard(standard, Announced.at(ANNOUNCED, LocalDate.parse("2026-07-20"), null), NOW))
                .containsEntry("standardUse", "20 July 2026");
        assertThat(EmailModel.standard(
                        standard,
                        Announced.at(ANNOUNCED, LocalDate.parse("2026-07-20"), LocalDate.parse("2026-08-03")),
                        NOW))
                .containsEntry("standardUse", "3 August 2026");
    }

    private static ChangeDates dates(VendorChange change, ClockSummary own, Instant now) {
        return dates(Promise.in(BERLIN).made(), change, own, now);
    }

    private static ChangeDates dates(NoticePolicy policy, VendorChange change, ClockSummary own, Instant now) {
        return new DateRules(policy, Holidays.NONE).dates(change, standard(policy, change.announcedAt()), own, now);
    }

    private static NoticeDates standard(NoticePolicy policy, Instant announced) {
        return NoticeDates.standard(policy, announced, Holidays.NONE);
    }

    private static Instant after(Instant at) {
        return at.plus(Duration.ofDays(100));
    }

    private static Instant berlin(String day) {
        return midnight(LocalDate.parse(day), BERLIN);
    }
}
