package fairnotice.termination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryOperator;
import javax.money.RoundingQueryBuilder;

/** Reckoning with money. Whatever leaves it lies at the currency's minor unit. */
final class Amounts {

    /** By currency and by decimals: looking each up anew takes ten times as long as reckoning. */
    private static final Map<String, MonetaryAmount> NONE = new ConcurrentHashMap<>();

    private static final Map<Integer, MonetaryOperator> TO_MINOR_UNIT = new ConcurrentHashMap<>();

    private Amounts() {}

    static MonetaryAmount of(BigDecimal decimal, String currency) {
        return none(currency).getFactory().setNumber(decimal).create();
    }

    static MonetaryAmount none(String currency) {
        return NONE.computeIfAbsent(
                currency,
                code -> Monetary.getDefaultAmountFactory()
                        .setCurrency(code)
                        .setNumber(BigDecimal.ZERO)
                        .create());
    }

    /**
     * That part of a whole, to the minor unit, half a unit upwards. Rounding one number by one rule keeps the order of what it rounds and
     * leaves 0 and the whole as they are: hence the part is never negative, never above the whole, and never falls when more parts are
     * taken. The rest of the whole is the difference, never a rounding of its own, so that both add up.
     *
     * @param whole at its minor unit, not negative
     * @param part from 0 to {@code of}
     */
    static MonetaryAmount share(MonetaryAmount whole, long part, long of) {
        return rounded(whole.multiply(part).divide(of));
    }

    /** Per cent of an amount, to the minor unit. */
    static MonetaryAmount percent(MonetaryAmount amount, BigDecimal rate) {
        return rounded(amount.multiply(rate).divide(100));
    }

    static MonetaryAmount sum(String currency, Collection<BigDecimal> decimals) {
        return decimals.stream().map(decimal -> of(decimal, currency)).reduce(none(currency), MonetaryAmount::add);
    }

    static MonetaryAmount rounded(MonetaryAmount amount) {
        return amount.with(toMinorUnit(amount.getCurrency()));
    }

    /** With as many decimals as the currency has. */
    static BigDecimal decimal(MonetaryAmount amount) {
        return amount.getNumber()
                .numberValueExact(BigDecimal.class)
                .setScale(amount.getCurrency().getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
    }

    static boolean isFiner(BigDecimal amount, String currency) {
        return amount.stripTrailingZeros().scale()
                > Monetary.getCurrency(currency).getDefaultFractionDigits();
    }

    private static MonetaryOperator toMinorUnit(CurrencyUnit currency) {
        return TO_MINOR_UNIT.computeIfAbsent(
                currency.getDefaultFractionDigits(),
                digits -> Monetary.getRounding(RoundingQueryBuilder.of()
                        .setScale(digits)
                        .set(RoundingMode.HALF_UP)
                        .build()));
    }
}
