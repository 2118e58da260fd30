package fairnotice.customer;

import fairnotice.refusal.Language;
import java.time.Instant;
import java.util.List;

/** Where checked imports go. */
public interface ImportedCustomers {

    /** Makes other imports into the register wait until the caller's transaction ends. */
    void lock(String register);

    /**
     * Adds or changes customers by their external id; what is not stated of a customer's contacts and orders goes. A contact whose address
     * stays keeps its id and epoch, and one that comes back under the address it had gets them again.
     *
     * @param since of those that are new
     * @param language of contacts that are new, where none is stated
     * @return how many were new
     */
    int put(String register, List<ImportedCustomer> page, Instant since, Language language);
}
