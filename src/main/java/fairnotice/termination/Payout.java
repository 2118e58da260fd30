package fairnotice.termination;

import fairnotice.customer.InvoiceNumber;
import java.time.LocalDate;

/**
 * That a refund was paid in one currency.
 *
 * @param paymentReference the bank's or payment provider's
 * @param paidOn in the policy's zone
 */
public record Payout(String currency, String paymentReference, LocalDate paidOn) {

    /** By what payments are told apart: the reference as an invoice's number is compared. */
    String key() {
        return InvoiceNumber.key(paymentReference);
    }
}
