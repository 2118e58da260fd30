package fairnotice.customer;

import java.util.Collection;
import java.util.List;

/** Which customers of a register have an invoice: by what is stated of them, and by what stood there before a change that waits. */
public interface InvoiceHolders {

    /**
     * @param invoices as {@link InvoiceNumber#key} gives them
     * @return by invoice and customer; in one query
     */
    List<Holder> of(String register, Collection<String> invoices);

    /**
     * @param invoice as {@link InvoiceNumber#key} gives it
     * @param externalId the publisher's own id of the customer
     */
    record Holder(String invoice, long customer, String externalId) {}
}
