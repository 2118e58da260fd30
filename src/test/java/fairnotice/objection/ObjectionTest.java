package fairnotice.objection;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Explanation;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The moves of a case. */
class ObjectionTest {

    private static final Instant NOW = Instant.parse("2026-02-10T12:00:00Z");
    private static final Measure IN_TIME = new Measure(true, false, NOW, Explanation.NONE, 1);

    @Test
    void one_that_is_matched_to_a_customer_with_a_final_refusal_waits_to_be_admitted_as_new() {
        Objection unmatched = Cases.waiting(ObjectionState.UNMATCHED, NOW);

        assertThat(unmatched.matched(7, IN_TIME, true, NOW, NOW).isToBeAdmittedAnew())
                .isTrue();
        assertThat(unmatched.matched(7, IN_TIME, false, NOW, NOW).isToBeAdmittedAnew())
                .isFalse();
    }

    @Test
    void one_that_was_admitted_as_new_is_like_any_other_also_when_it_is_withdrawn() {
        Objection again = Cases.waiting(ObjectionState.UNMATCHED, NOW).matched(7, IN_TIME, true, NOW, NOW);

        Objection admitted = again.admitted("legal", NOW);

        assertThat(again.withdrawn(NOW).again()).isTrue();
        assertThat(admitted.again()).isFalse();
        assertThat(admitted.withdrawn(NOW).again()).isFalse();
    }

    @Test
    void grounds_that_come_in_the_time_set_for_its_answer_bring_that_back_and_later_ones_leave_its_day() {
        Instant later = NOW.plusSeconds(1);
        Objection without = ObjectionBuilder.builder(Cases.waiting(ObjectionState.ASSESSMENT, later))
                .answerDueAt(NOW)
                .build();

        assertThat(without.isAnsweredAfterGrounds()).isTrue();
        assertThat(without.withGrounds(Grounds.LOCATION, NOW.minusSeconds(1)).dueAt())
                .isEqualTo(NOW);
        assertThat(without.withGrounds(Grounds.LOCATION, NOW).dueAt()).isEqualTo(later);
    }
}
