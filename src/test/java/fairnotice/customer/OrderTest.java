package fairnotice.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long an order runs that was ended before its time, as a whole or line by line, and its customer is one. */
class OrderTest {

    private static final LocalDate BEGINS = LocalDate.parse("2027-01-01");
    private static final LocalDate ENDS = LocalDate.parse("2028-12-31");
    private static final LocalDate FEBRUARY = LocalDate.parse("2028-02-29");
    private static final LocalDate MARCH = LocalDate.parse("2028-03-31");

    @Test
    void an_order_that_was_not_ended_runs_from_its_first_day_through_its_last() {
        Order order = order(List.of());

        assertThat(order.wholeEnd()).isEmpty();
        assertThat(order.lastDay()).isEqualTo(ENDS);
        assertThat(order.runsOn(BEGINS.minusDays(1))).isFalse();
        assertThat(order.runsOn(BEGINS)).isTrue();
        assertThat(order.runsOn(ENDS)).isTrue();
        assertThat(order.runsOn(ENDS.plusDays(1))).isFalse();
    }

    @Test
    void an_order_that_was_ended_runs_through_the_last_day_chosen_and_keeps_the_day_it_was_bought_for() {
        Order order = order(List.of(), ended("O-1", FEBRUARY), ended("", FEBRUARY));

        assertThat(order.wholeEnd()).contains(ended("", FEBRUARY));
        assertThat(order.lastDay()).isEqualTo(FEBRUARY);
        assertThat(order.runsOn(FEBRUARY)).isTrue();
        assertThat(order.runsOn(FEBRUARY.plusDays(1))).isFalse();
        assertThat(order.ends()).isEqualTo(ENDS);
    }

    @Test
    void an_order_goes_on_while_any_line_of_it_does() {
        Order order = order(List.of("L-1", "L-2"), ended("L-1", FEBRUARY));

        assertThat(order.wholeEnd()).isEmpty();
        assertThat(order.lastDay()).isEqualTo(ENDS);
        assertThat(order.hasEnded("L-1")).isTrue();
        assertThat(order.hasEnded("L-2")).isFalse();
    }

    @Test
    void an_order_whose_lines_were_ended_one_after_the_other_ends_with_the_later() {
        assertThat(order(List.of("L-1", "L-2"), ended("L-1", MARCH), ended("L-2", FEBRUARY))
                        .lastDay())
                .isEqualTo(MARCH);
        assertThat(order(List.of("L-1", "L-2"), ended("L-1", FEBRUARY), ended("L-2", MARCH))
                        .lastDay())
                .isEqualTo(MARCH);
    }

    @Test
    void a_line_that_comes_later_revives_no_order_that_was_ended_as_a_whole_and_goes_on_where_single_lines_were() {
        assertThat(order(List.of("L-1", "L-2"), ended("L-1", FEBRUARY), ended("", FEBRUARY))
                        .lastDay())
                .isEqualTo(FEBRUARY);
        assertThat(order(List.of("L-1", "L-2", "L-3"), ended("L-1", FEBRUARY), ended("L-2", MARCH))
                        .lastDay())
                .isEqualTo(ENDS);
    }

    /** A line that is on no invoice any more keeps no order running. */
    @Test
    void a_line_that_is_no_longer_stated_does_not_count() {
        assertThat(order(List.of("L-1"), ended("L-1", FEBRUARY), ended("L-2", MARCH))
                        .lastDay())
                .isEqualTo(FEBRUARY);
    }

    @Test
    void an_order_that_is_stated_to_end_before_it_was_ended_ends_as_stated() {
        assertThat(order(List.of(), ended("", ENDS.plusDays(1))).lastDay()).isEqualTo(ENDS);
    }

    @Test
    void a_customer_is_one_until_the_last_of_its_orders_has_ended_and_again_with_a_new_one() {
        Order left = order(List.of(), ended("", FEBRUARY));
        Order bought = new Order("O-2", "Suite", MARCH, ENDS, BigDecimal.TEN, "EUR");

        assertThat(customer(left).isActiveOn(FEBRUARY)).isTrue();
        assertThat(customer(left).isActiveOn(FEBRUARY.plusDays(1))).isFalse();
        assertThat(customer(left).lastDay()).contains(FEBRUARY);
        assertThat(customer(left, bought).isActiveOn(FEBRUARY.plusDays(1))).isTrue();
        assertThat(customer(left, bought).lastDay()).contains(ENDS);
    }

    private static EndedLine ended(String line, LocalDate lastDay) {
        return new EndedLine("O-1", line, lastDay, "TRM-2027-0001");
    }

    private static Order order(List<String> lines, EndedLine... ended) {
        Stream<OrderLine> stated = lines.stream().map(line -> new OrderLine(line, line, Pricing.TIME, List.of()));
        return new Order("O-1", "Suite", BEGINS, ENDS, BigDecimal.TEN, "EUR", stated.toList(), List.of(ended));
    }

    private static Customer customer(Order... orders) {
        return new Customer(
                1,
                "opsticket",
                "C-1",
                "Acme",
                "enterprise",
                List.of(),
                List.of(orders),
                Terms.NONE,
                Set.of(),
                Instant.EPOCH,
                1);
    }
}
