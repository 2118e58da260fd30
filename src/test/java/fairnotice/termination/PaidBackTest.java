package fairnotice.termination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaidBackTest {

    @Test
    void an_invoice_is_paid_back_at_once_whatever_its_tax_rates_and_one_of_which_nothing_is_given_back_not_at_all() {
        List<CreditNote> notes = List.of(
                note("INV-A", "19", "PayPal", "100"),
                note("INV-A", "7", "PayPal", "100"),
                note("INV-B", "19", "a card", "0"),
                note("INV-C", "0", null, "50"));

        assertThat(PaidBack.of(notes))
                .containsExactly(
                        new PaidBack("INV-A", "EUR", "PayPal", new BigDecimal("226.00")),
                        new PaidBack("INV-C", "EUR", null, new BigDecimal("50.00")));
    }

    private static CreditNote note(String invoice, String rate, String means, String net) {
        return CreditNote.of(
                invoice,
                "EUR",
                new BigDecimal(rate),
                means,
                new BigDecimal("500.00"),
                Amounts.of(new BigDecimal(net), "EUR"));
    }
}
