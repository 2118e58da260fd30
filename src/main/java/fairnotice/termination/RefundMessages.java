package fairnotice.termination;

import fairnotice.refusal.Language;
import fairnotice.refusal.WrittenAmount;
import fairnotice.refusal.WrittenDay;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** How amounts, days and the steps of a calculation are written, in the language that is spoken; the words stand in {@code messages/refund.properties}. */
final class RefundMessages {

    /** The language of the machine is nobody's. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private RefundMessages() {}

    static String of(String key, Object... values) {
        return new MessageFormat(pattern(key), Language.reader()).format(values);
    }

    /** What a sentence is made of in English. */
    static String english(String key) {
        return Language.EN.speak(() -> pattern(key));
    }

    private static String pattern(String key) {
        return ResourceBundle.getBundle("messages.refund", Language.reader(), NO_FALLBACK)
                .getString("refund." + key);
    }

    /** "17 May 2026" */
    static String day(LocalDate day) {
        return WrittenDay.inWords(day);
    }

    /** "1,200.00 EUR", "1,200 JPY", "1,200.000 KWD" */
    static String money(BigDecimal amount, String currency) {
        return WrittenAmount.money(amount, currency);
    }

    /** The same of several currencies, in the order of their codes. */
    static List<String> amounts(Map<String, BigDecimal> byCurrency) {
        return byCurrency.entrySet().stream()
                .map(amount -> money(amount.getValue(), amount.getKey()))
                .toList();
    }

    /** "1,200.00", with the decimals the number has */
    static String number(BigDecimal number) {
        return WrittenAmount.number(number);
    }

    static String number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** "19%" */
    static String rate(BigDecimal rate) {
        return of("rate", number(rate));
    }
}
