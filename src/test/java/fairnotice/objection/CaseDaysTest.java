package fairnotice.objection;

import static fairnotice.calendar.Almanac.TORONTO;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.CalendarEntry.Day;
import fairnotice.register.Promise;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of its case a customer takes into its calendar. */
class CaseDaysTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    /** 20 March is the last day in Toronto. */
    private static final Instant DUE = Instant.parse("2026-03-21T04:00:00Z");

    private boolean live;

    @Test
    void a_day_to_act_stands_until_its_customer_has_acted_and_is_taken_back_then() {
        assertThat(days(Cases.waiting(ObjectionState.TERMINATION_OFFERED, DUE)))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.what()).isEqualTo("Last day to terminate orders");
                    assertThat(day.deadline().lastDay()).isEqualTo("2026-03-20");
                    assertThat(day.cancelled()).isFalse();
                });
        for (ObjectionState ended : List.of(ObjectionState.LAPSED, ObjectionState.TERMINATED)) {
            assertThat(days(Cases.settled(ended, NOW))).singleElement().satisfies(day -> {
                assertThat(day.key()).isEqualTo("case");
                assertThat(day.cancelled()).isTrue();
            });
        }
        assertThat(days(Cases.waiting(ObjectionState.TERMINATING, null)))
                .extracting(Day::cancelled)
                .containsExactly(true);
    }

    @Test
    void a_case_in_which_its_customer_never_had_to_act_has_no_day() {
        assertThat(days(Cases.filed(false))).isEmpty();
        assertThat(days(Cases.settled(ObjectionState.DROPPED, NOW))).isEmpty();
    }

    @Test
    void an_exemption_says_what_follows_its_last_day() {
        assertThat(exemption().deadline().explanation())
                .isEqualTo("After this day the change may take effect for your data, from 6 March 2026"
                        + " (America/Toronto) at the earliest. If you want the exemption to continue, write to us before it ends:"
                        + " without our consent it ends on this day.");
        live = true;
        assertThat(exemption().deadline().explanation())
                .isEqualTo("The vendor may be used for your data since 6 March 2026 (America/Toronto).");
    }

    private Day exemption() {
        return days(Cases.exempted("2026-03-05", NOW)).stream()
                .filter(day -> day.key().equals("exemption"))
                .findFirst()
                .orElseThrow();
    }

    private List<Day> days(Objection objection) {
        ReadingCase reading = new ReadingCase(null, null, null, null, null, null) {
            @Override
            public Objection asOfNow(Objection any) {
                return any;
            }
        };
        CaseFile file =
                new CaseFile(null, Cases.registers(Promise.in(TORONTO).made()), null, null, null, null, null, null) {
                    @Override
                    Optional<OfferTerms> terms(Objection any, Instant now) {
                        return Optional.of(OfferTerms.of(
                                any.offer(),
                                TORONTO,
                                Optional.of(LocalDate.parse("2026-03-01")),
                                live ? Optional.of(Instant.parse("2026-03-02T05:00:00Z")) : Optional.empty(),
                                now));
                    }
                };
        return new CaseDays(reading, file, Clock.fixed(NOW, ZoneOffset.UTC)).of(objection);
    }
}
