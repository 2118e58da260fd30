package fairnotice.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomersObjectionsTest {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    /** 10 March, 00:00 in Toronto. */
    private static final Instant SETTLED = Instant.parse("2026-03-10T04:00:00Z");

    private static final Objection ELECTED = ObjectionBuilder.builder(
                    Cases.earlier(1, "OBJ-2026-0001", ObjectionState.TERMINATED))
            .leavesAt(SETTLED)
            .build();
    private static final Objection LAPSED = Cases.earlier(2, "OBJ-2026-0002", ObjectionState.LAPSED);
    private static final Objection LATER = Cases.other(4, ObjectionState.ASSESSMENT, null);

    @Test
    void the_change_is_free_from_the_day_after_an_exemption_and_from_the_end_of_everything_else() {
        assertThat(freeFrom(Cases.exempted("2026-03-31", SETTLED))).isEqualTo("2026-04-01");
        assertThat(freeFrom(Cases.settled(ObjectionState.WITHDRAWN, SETTLED))).isEqualTo("2026-03-10");
        assertThat(freeFrom(ELECTED)).isEqualTo("2026-03-10");
    }

    @Test
    void what_never_kept_the_change_away_and_what_is_open_frees_it_on_no_day() {
        assertThat(CustomersObjections.freeFrom(Cases.again(ObjectionState.WITHDRAWN), TORONTO))
                .isEmpty();
        assertThat(CustomersObjections.freeFrom(Cases.settled(ObjectionState.COMMENT, SETTLED), TORONTO))
                .isEmpty();
        assertThat(CustomersObjections.freeFrom(Cases.filed(false), TORONTO)).isEmpty();
    }

    @Test
    void of_those_before_it_what_ended_without_agreement_counts_until_one_is_made() {
        List<Objection> all = List.of(LATER, Cases.settled(ObjectionState.ASSESSMENT, null), LAPSED, ELECTED);

        assertThat(new CustomersObjections(all.get(1), all).earlier()).containsExactly(LAPSED, ELECTED);
        assertThat(new CustomersObjections(all.get(1), all).others()).containsExactly(LATER, LAPSED, ELECTED);
        assertThat(new CustomersObjections(all.get(1), all).earlierCounting()).containsExactly(LAPSED, ELECTED);
        assertThat(new CustomersObjections(Cases.exempted(null, SETTLED), all).earlierCounting())
                .containsExactly(ELECTED);
        assertThat(new CustomersObjections(Cases.exempted(null, SETTLED), all).alsoSettled())
                .containsExactly("OBJ-2026-0002");
        assertThat(new CustomersObjections(LATER, all).hasOvertaken(LAPSED)).isFalse();
    }

    @Test
    void orders_terminated_in_any_of_them_run_until_the_last_of_those_has_ended() {
        Objection longer = ObjectionBuilder.builder(ELECTED)
                .id(2)
                .leavesAt(SETTLED.plusSeconds(1))
                .build();
        CustomersObjections beside = new CustomersObjections(LATER, List.of(LATER, longer, ELECTED));

        assertThat(beside.leaving()).contains(longer);
        assertThat(beside.leftBefore()).contains(SETTLED.plusSeconds(1));
        assertThat(new CustomersObjections(ELECTED, List.of(longer, ELECTED)).leftBefore())
                .isEmpty();
    }

    private static LocalDate freeFrom(Objection closed) {
        return CustomersObjections.freeFrom(closed, TORONTO).orElseThrow();
    }
}
