package fairnotice.termination;

import fairnotice.customer.InvoiceNumber;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * That a refund was paid in one currency.
 *
 * @param paymentReference the bank's or payment provider's
 * @param paidOn in the policy's zone
 */
public record Payout(String currency, String paymentReference, LocalDate paidOn) {

    private static final Pattern PARTING = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** By what payments are told apart: the letters and digits of the reference, however they are written and parted. */
    String key() {
        String plain = InvoiceNumber.key(paymentReference);
        String bare = PARTING.matcher(plain).replaceAll("");
        return bare.isEmpty() ? plain : bare;
    }
}
