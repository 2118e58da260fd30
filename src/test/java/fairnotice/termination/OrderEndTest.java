package fairnotice.termination;

import static fairnotice.termination.Leaving.customer;
import static fairnotice.termination.Leaving.order;
import static fairnotice.termination.Leaving.terms;
import static fairnotice.termination.Leaving.worksheet;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.customer.Order;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a customer is told of the ends of its orders. */
class OrderEndTest {

    private static final LocalDate LAST = LocalDate.parse("2028-02-29");
    private static final Order WHOLE =
            order("O-1", "EUR", LocalDate.parse("2027-01-01"), LocalDate.parse("2028-12-31"));

    /** The last second of 29 February in Berlin. */
    @Test
    void an_order_is_said_to_have_ended_when_its_last_day_is_over_in_the_policys_zone() {
        Termination termination = termination(Election.ofWhole("O-1", LAST));

        assertThat(termination.ends(Instant.parse("2028-02-29T22:59:59Z")))
                .containsExactly(new OrderEnd("O-1", List.of(), LAST, Leaving.ZONE, false));
        assertThat(termination.ends(Instant.parse("2028-02-29T23:00:00Z")))
                .extracting(OrderEnd::over)
                .containsExactly(true);
    }

    private static Termination termination(Election... elections) {
        return Termination.elect(
                "TRM-2027-0001",
                "OBJ-2027-0001",
                "OPSTICKET-2027-0001",
                70,
                Instant.parse("2027-12-01T12:00:00Z"),
                worksheet(terms(true, false), customer(WHOLE), elections));
    }
}
