package fairnotice.termination;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.customer.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order of 1,200.00 for a year without lines, of which half is given back, and what is stated again afterwards. */
class EarlierRefundsTest {

    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 1);
    private static final LocalDate DECEMBER = LocalDate.of(2027, 12, 31);
    private static final LocalDate JULY = LocalDate.of(2027, 7, 2);
    private static final Instant AT = Instant.parse("2027-05-01T10:00:00Z");

    private final List<Termination> earlier = new ArrayList<>();

    @Test
    void the_same_order_under_another_number_gives_back_no_more_than_is_left_of_what_was_billed() {
        BigDecimal first = ended(whole("W-1", "Suite", JANUARY), whole("W-1", "Suite", JANUARY));
        assertThat(first).isEqualByComparingTo("598.36");

        BigDecimal again = ended(whole("W-2", "Suite", JANUARY), whole("W-2", "Suite", JANUARY));
        BigDecimal spelled =
                ended(whole("W-3", "  SUITE ", JANUARY.plusDays(1)), whole("W-3", "  SUITE ", JANUARY.plusDays(1)));

        assertThat(first.add(again).add(spelled)).isLessThanOrEqualTo(new BigDecimal("1200.00"));
        assertThat(again).isLessThan(first);
        assertThat(spelled).isLessThan(again);
    }

    @Test
    void two_orders_of_a_product_that_stood_there_both_keep_their_own_part() {
        Order one = whole("W-1", "Suite", JANUARY);
        Order other = whole("W-2", "Suite", JANUARY);

        assertThat(ended(one, one, other)).isEqualByComparingTo("598.36");
        assertThat(ended(other, one, other)).isEqualByComparingTo("598.36");
    }

    @Test
    void what_is_bought_after_the_end_and_what_is_another_product_is_given_back_in_full() {
        ended(whole("W-1", "Suite", JANUARY), whole("W-1", "Suite", JANUARY));

        Order renewed = whole("W-2", "Suite", JULY.plusDays(1));
        assertThat(worksheet(renewed, JULY.plusDays(1), renewed).lines().get(0).paid())
                .isEqualByComparingTo("1200.00");
        Order different = whole("W-3", "Other suite", JANUARY);
        assertThat(worksheet(different, JULY, different).lines().get(0).paid()).isEqualByComparingTo("1200.00");
    }

    @Test
    void an_order_with_lines_that_is_stated_without_them_is_found_again() {
        Order lined = Leaving.order(
                "L-1",
                "EUR",
                JANUARY,
                DECEMBER,
                Leaving.line("1", fairnotice.customer.Pricing.TIME, Leaving.time("I-1", JANUARY, DECEMBER, "1200")));
        BigDecimal first = ended(lined, lined);
        assertThat(first).isPositive();

        Order bare = new Order("L-2", lined.product(), JANUARY, DECEMBER, new BigDecimal("1200.00"), "EUR");
        assertThat(worksheet(bare, JULY, bare).lines().get(0).paid())
                .isEqualByComparingTo(new BigDecimal("1200.00").subtract(first));
    }

    @Test
    void an_invoice_is_found_again_however_its_number_is_spelled() {
        for (String spelled : List.of("inv-7", " INV - 7", "INV\u20117", "INV\u200b-7", "\uff29NV-7", "INV\u00ad-7")) {
            assertThat(EarlierRefunds.key(spelled)).as(spelled).isEqualTo(EarlierRefunds.key("INV-7"));
        }
        assertThat(EarlierRefunds.key("2026-1-11")).isNotEqualTo(EarlierRefunds.key("2026-11-1"));
    }

    private static Order whole(String id, String product, LocalDate begins) {
        return new Order(id, product, begins, DECEMBER, new BigDecimal("1200.00"), "EUR");
    }

    /** @return what is given back of the order, which is remembered */
    private BigDecimal ended(Order order, Order... all) {
        Worksheet worksheet = worksheet(order, JULY, all);
        earlier.add(Termination.elect(
                "TRM-2027-000" + (earlier.size() + 1),
                "OBJ-2027-0001",
                "OPSTICKET-2027-0001",
                1,
                AT.plusSeconds(earlier.size()),
                worksheet));
        return worksheet.creditNotes().stream().map(CreditNote::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Worksheet worksheet(Order order, LocalDate lastDay, Order... all) {
        return RefundRules.worksheet(
                Leaving.customer(all),
                Leaving.policy(Leaving.terms(true, false)),
                List.of(new Election(order.externalId(), List.of(), lastDay)),
                earlier,
                AT,
                LocalDate.of(2027, 5, 1));
    }
}
