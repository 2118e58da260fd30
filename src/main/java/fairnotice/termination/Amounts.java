package fairnotice.termination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;

/** Reckoning with money. Every amount has as many decimals as its currency, so that adding and subtracting never round. */
final class Amounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Amounts() {}

    /**
     * With as many decimals as the currency has.
     *
     * @throws ArithmeticException if the decimal is finer than the currency's minor unit
     */
    static BigDecimal of(BigDecimal decimal, String currency) {
        return decimal.setScale(minorDigits(currency), RoundingMode.UNNECESSARY);
    }

    static BigDecimal none(String currency) {
        return of(BigDecimal.ZERO, currency);
    }

    /**
     * That part of a whole, to the minor unit, half a unit upwards. Rounding one number by one rule keeps the order of what it rounds and
     * leaves 0 and the whole as they are: hence the part is never negative, never above the whole, and never falls when more parts are
     * taken. The rest of the whole is the difference, never a rounding of its own, so that both add up.
     *
     * @param whole at its minor unit, not negative
     * @param part from 0 to {@code of}
     */
    static BigDecimal share(BigDecimal whole, BigDecimal part, BigDecimal of) {
        return whole.multiply(part).divide(of, whole.scale(), RoundingMode.HALF_UP);
    }

    static BigDecimal share(BigDecimal whole, long part, long of) {
        return share(whole, BigDecimal.valueOf(part), BigDecimal.valueOf(of));
    }

    /** Per cent of an amount, to the minor unit, half a unit upwards. */
    static BigDecimal percent(BigDecimal amount, BigDecimal rate) {
        return share(amount, rate, HUNDRED);
    }

    static BigDecimal sum(String currency, Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(none(currency), BigDecimal::add);
    }

    static boolean isFiner(BigDecimal amount, String currency) {
        return amount.stripTrailingZeros().scale() > minorDigits(currency);
    }

    private static int minorDigits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
