package fairnotice.termination;

import static fairnotice.termination.Leaving.customer;
import static fairnotice.termination.Leaving.line;
import static fairnotice.termination.Leaving.order;
import static fairnotice.termination.Leaving.terms;
import static fairnotice.termination.Leaving.worksheet;
import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.customer.Order;
import fairnotice.customer.Pricing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which orders go on after terminations, and what a customer is told of their ends. */
class EndedOrdersTest {

    private static final LocalDate LAST = LocalDate.parse("2028-02-29");
    private static final Order WHOLE =
            order("O-1", "EUR", LocalDate.parse("2027-01-01"), LocalDate.parse("2028-12-31"));
    private static final Order LINES = order(
            "O-2",
            "EUR",
            LocalDate.parse("2027-01-01"),
            LocalDate.parse("2028-12-31"),
            line("L-1", Pricing.TIME),
            line("L-2", Pricing.TIME));

    @Test
    void an_order_goes_on_through_its_last_day_and_not_after_it() {
        EndedOrders ended = ended(Election.ofWhole("O-1", LAST));

        assertThat(ended.goesOn(WHOLE, LAST)).isTrue();
        assertThat(ended.goesOn(WHOLE, LAST.plusDays(1))).isFalse();
        assertThat(ended.goesOn(LINES, LAST.plusDays(1))).isTrue();
    }

    @Test
    void an_order_goes_on_while_any_line_of_it_does() {
        assertThat(ended(new Election("O-2", List.of("L-1"), LAST)).goesOn(LINES, LAST.plusDays(1)))
                .isTrue();
        assertThat(ended(new Election("O-2", List.of("L-1", "L-2"), LAST)).goesOn(LINES, LAST.plusDays(1)))
                .isFalse();
    }

    @Test
    void an_order_that_is_over_by_itself_does_not_go_on() {
        assertThat(new EndedOrders(List.of()).goesOn(WHOLE, WHOLE.ends())).isTrue();
        assertThat(new EndedOrders(List.of()).goesOn(WHOLE, WHOLE.ends().plusDays(1)))
                .isFalse();
    }

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

    private static EndedOrders ended(Election... elections) {
        return new EndedOrders(List.of(termination(elections)));
    }

    private static Termination termination(Election... elections) {
        return Termination.elect(
                "TRM-2027-0001",
                "OBJ-2027-0001",
                "OPSTICKET-2027-0001",
                70,
                Instant.parse("2027-12-01T12:00:00Z"),
                worksheet(terms(true, false), customer(WHOLE, LINES), elections));
    }
}
