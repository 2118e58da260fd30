package fairnotice.termination;

import fairnotice.refusal.WrittenDay;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** How amounts, days and the steps of a calculation are written; the words stand in {@code messages/refund.properties}. */
final class RefundMessages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages.refund", Locale.ROOT);

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private RefundMessages() {}

    static String of(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString("refund." + key), Locale.ENGLISH).format(values);
    }

    /** "17 May 2026" */
    static String day(LocalDate day) {
        return WrittenDay.inWords(day);
    }

    /** "1,200.00 EUR", "1,200 JPY", "1,200.000 KWD" */
    static String money(BigDecimal amount, String currency) {
        return number(amount) + " " + currency;
    }

    /** The same of several currencies, in the order of their codes. */
    static List<String> amounts(Map<String, BigDecimal> byCurrency) {
        return byCurrency.entrySet().stream()
                .map(amount -> money(amount.getValue(), amount.getKey()))
                .toList();
    }

    /** "1,200.00", with the decimals the number has */
    static String number(BigDecimal number) {
        int decimals = Math.max(0, number.scale());
        String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        return new DecimalFormat(pattern, SYMBOLS).format(number);
    }

    static String number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** "19 %" */
    static String rate(BigDecimal rate) {
        return number(rate) + " %";
    }
}
