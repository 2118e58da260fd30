package fairnotice.objection;

import static fairnotice.calendar.Almanac.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a case is over for its customer, so that the days of its links begin to be counted. */
class ObjectionEndsTest {

    private static final Instant SETTLED = Instant.parse("2026-07-20T10:00:00Z");

    @Test
    void an_open_case_is_not_over() {
        assertThat(ObjectionEnds.end(Cases.other(3, ObjectionState.REFUSED, null), BERLIN))
                .isEmpty();
    }

    @Test
    void a_settled_one_is_over_when_it_was_settled() {
        assertThat(ObjectionEnds.end(Cases.other(3, ObjectionState.LAPSED, SETTLED), BERLIN))
                .contains(SETTLED);
    }

    @Test
    void an_exemption_is_over_with_its_last_day_and_one_for_good_when_it_was_agreed() {
        assertThat(ObjectionEnds.end(Cases.exempted("2027-03-31", SETTLED), BERLIN))
                .contains(Instant.parse("2027-03-31T21:59:59.999999999Z"));
        assertThat(ObjectionEnds.end(Cases.exempted(null, SETTLED), BERLIN)).contains(SETTLED);
    }
}
