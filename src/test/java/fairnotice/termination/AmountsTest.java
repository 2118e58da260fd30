package fairnotice.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reckoning with money, held against whole numbers of the smallest coin. */
class AmountsTest {

    private static final List<String> CURRENCIES = List.of("JPY", "EUR", "KWD", "CLF");

    @Test
    void a_share_is_rounded_once_and_half_a_coin_goes_up() {
        for (String currency : CURRENCIES) {
            for (long of = 1; of <= 13; of++) {
                for (long coins = 0; coins <= 40; coins++) {
                    sharesOf(coins, of, currency);
                }
            }
        }
    }

    private static void sharesOf(long coins, long of, String currency) {
        for (long part = 0; part <= of; part++) {
            long whole = coins * part / of;
            long expected = 2 * (coins * part - whole * of) >= of ? whole + 1 : whole;

            BigDecimal share = Amounts.share(coins(coins, currency), part, of);

            assertThat(share)
                    .as("%d of %d parts of %d coins %s", part, of, coins, currency)
                    .isEqualTo(coins(expected, currency));
        }
    }

    @Test
    void per_cent_are_rounded_once_and_half_a_coin_goes_up() {
        assertThat(Amounts.percent(new BigDecimal("0.50"), new BigDecimal("19")))
                .isEqualTo("0.10");
        assertThat(Amounts.percent(new BigDecimal("1.50"), new BigDecimal("7"))).isEqualTo("0.11");
        assertThat(Amounts.percent(new BigDecimal("1.49"), new BigDecimal("7"))).isEqualTo("0.10");
        assertThat(Amounts.percent(new BigDecimal("50"), new BigDecimal("8.1"))).isEqualTo("4");
        assertThat(Amounts.percent(new BigDecimal("999999999999.9999"), new BigDecimal("9.975")))
                .isEqualTo("99750000000.0000");
    }

    @Test
    void a_sum_of_nothing_is_nothing_in_its_currency() {
        assertThat(Amounts.sum("KWD", List.of())).isEqualTo("0.000");
        assertThat(Amounts.sum("JPY", List.of(BigDecimal.ONE, BigDecimal.TEN))).isEqualTo("11");
    }

    @Test
    void what_is_finer_than_the_smallest_coin_is_no_amount() {
        assertThat(Amounts.of(new BigDecimal("1.500"), "EUR")).isEqualTo("1.50");
        assertThatThrownBy(() -> Amounts.of(new BigDecimal("1.005"), "EUR")).isInstanceOf(ArithmeticException.class);
        assertThat(Amounts.isFiner(new BigDecimal("1.005"), "EUR")).isTrue();
        assertThat(Amounts.isFiner(new BigDecimal("1.005"), "KWD")).isFalse();
        assertThat(Amounts.isFiner(new BigDecimal("1e3"), "JPY")).isFalse();
    }

    private static BigDecimal coins(long coins, String currency) {
        return BigDecimal.valueOf(coins, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
