package fairnotice.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.customer.EndedLine;
import fairnotice.customer.Order;
import fairnotice.customer.OrderLine;
import fairnotice.customer.Pricing;
import fairnotice.web.portal.OwnTerminationReading.OrderLineUp;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of an order is offered to be terminated. */
class OrderLineUpTest {

    private static final LocalDate FIRST = LocalDate.parse("2027-01-01");
    private static final LocalDate LAST = LocalDate.parse("2027-12-31");

    @Test
    void a_line_that_was_terminated_is_not_offered_again() {
        OrderLineUp up = lineUp(new EndedLine("O-1", "L-1", FIRST, "TRM-2027-0001"));

        assertThat(up.lines()).extracting(OrderLine::externalId).containsExactly("L-2");
        assertThat(up.partly()).isTrue();
    }

    @Test
    void all_lines_of_an_order_are_offered_when_none_was_terminated() {
        OrderLineUp up = lineUp();

        assertThat(up.lines()).extracting(OrderLine::externalId).containsExactly("L-1", "L-2");
        assertThat(up.partly()).isFalse();
    }

    private static OrderLineUp lineUp(EndedLine... ended) {
        List<OrderLine> lines = List.of(line("L-1"), line("L-2"));
        Order order = new Order("O-1", "Suite", FIRST, LAST, BigDecimal.TEN, "EUR", lines, List.of(ended));
        return OrderLineUp.of(0, order, null);
    }

    private static OrderLine line(String id) {
        return new OrderLine(id, id, Pricing.TIME, List.of());
    }
}
