package fairnotice.termination;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.customer.Order;
import fairnotice.customer.OrderLine;
import fairnotice.customer.Pricing;
import fairnotice.refusal.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By when a customer is asked what becomes of its data. */
class DataAfterEndTest {

    private static final List<Election> CHOSEN = List.of(
            Election.ofWhole("PO-1", LocalDate.parse("2026-08-31")),
            Election.ofWhole("PO-2", LocalDate.parse("2026-06-30")));

    @Test
    void the_last_day_is_that_of_the_order_that_ends_last() {
        assertThat(Election.lastDay(CHOSEN)).isEqualTo("2026-08-31");
    }

    @Test
    void it_is_asked_for_until_that_day_and_at_once_after_it() {
        assertThat(asked("2026-08-31T21:59:59Z"))
                .isEqualTo(new DataAfterEnd("P", null, "p@example.com", "31 August 2026", "Europe/Berlin", false, ""));
        assertThat(asked("2026-08-31T22:00:00Z"))
                .isEqualTo(new DataAfterEnd("P", null, "p@example.com", "31 August 2026", "Europe/Berlin", true, ""));
    }

    @Test
    void what_goes_on_is_named_so_that_its_data_is_not_taken_for_what_is_deleted() {
        Order ended = order("O-1", "2027-12-31");
        Order whole = order("O-2", "2027-12-31");
        Order goesOn = order("O-3", "2026-09-01");
        Order overBefore = order("O-4", "2026-08-31");
        Order inPart = new Order(
                "O-5",
                "Suite",
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2027-12-31"),
                BigDecimal.TEN,
                "EUR",
                List.of(line("L-1"), line("L-2")),
                List.of());
        List<Election> some = List.of(
                Election.ofWhole("O-1", LocalDate.parse("2026-08-31")),
                Election.ofWhole("O-2", LocalDate.parse("2026-07-31")),
                new Election("O-5", List.of("L-1"), LocalDate.parse("2026-08-31")));
        List<Election> all = List.of(
                Election.ofWhole("O-1", LocalDate.parse("2026-08-31")),
                new Election("O-5", List.of("L-1", "L-2"), LocalDate.parse("2026-08-31")));

        assertThat(others(some, List.of(ended, whole, goesOn, overBefore, inPart)))
                .isEqualTo("the whole of O-3 and the other lines of O-5");
        assertThat(Language.DE.speak(() -> others(some, List.of(ended, whole, goesOn, overBefore, inPart))))
                .isEqualTo("die gesamte Bestellung O-3 und die übrigen Positionen von O-5");
        assertThat(others(all, List.of(ended, goesOn, inPart))).isEqualTo("O-3");
        assertThat(others(all, List.of(ended, inPart, overBefore))).isEmpty();
    }

    private static String others(List<Election> elections, List<Order> orders) {
        return DataAfterEnd.of("P", null, "p@example.com", elections, orders, "UTC", Instant.EPOCH)
                .others();
    }

    private static Order order(String id, String ends) {
        return new Order(id, "Suite", LocalDate.parse("2026-01-01"), LocalDate.parse(ends), BigDecimal.TEN, "EUR");
    }

    private static OrderLine line(String id) {
        return new OrderLine(id, "Seats", Pricing.TIME, List.of());
    }

    private static DataAfterEnd asked(String at) {
        return DataAfterEnd.of("P", null, "p@example.com", CHOSEN, List.of(), "Europe/Berlin", Instant.parse(at));
    }
}
