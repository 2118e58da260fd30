package fairnotice.termination;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * That a refund was paid in one currency.
 *
 * @param paymentReference the bank's or payment provider's
 * @param paidOn in the policy's zone
 */
public record Payout(String currency, String paymentReference, LocalDate paidOn) {

    /**
     * What banks write a reference in (EPC 217-08, SEPA's character set): Latin letters, with marks or without, digits and signs. Letters of
     * other alphabets that look like them would make several payments of one.
     */
    private static final Pattern OF_BANKS = Pattern.compile("[\\p{ASCII}\\p{M}\\p{P}\\p{Zs}ßÆæŒœØøŁł]*");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]");

    boolean isWrittenAsBanksDo() {
        return OF_BANKS.matcher(decomposed()).matches();
    }

    boolean hasPlainLetterOrDigit() {
        return PLAIN.matcher(paymentReference).find();
    }

    /** By what payments are told apart: the letters of the reference without marks and case, and its digits, however they are parted. */
    String key() {
        StringBuilder key = new StringBuilder();
        decomposed().codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private String decomposed() {
        return Normalizer.normalize(paymentReference, Normalizer.Form.NFKD);
    }
}
