package fairnotice.termination;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/**
 * That a refund was paid in one currency.
 *
 * @param paymentReference the bank's or payment provider's
 * @param paidOn in the policy's zone
 */
public record Payout(String currency, String paymentReference, LocalDate paidOn) {

    /**
     * By what payments are told apart: the letters of the reference without marks and case, and its digits in whatever script, however they are
     * parted; empty where it has neither.
     */
    String key() {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(paymentReference, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(each -> append(key, each));
        return key.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder key, int letterOrDigit) {
        if (Character.isDigit(letterOrDigit)) {
            key.append(Character.digit(letterOrDigit, 10));
        } else {
            key.appendCodePoint(letterOrDigit);
        }
    }
}
