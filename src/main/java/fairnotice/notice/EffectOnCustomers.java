package fairnotice.notice;

import fairnotice.change.VendorChange;
import fairnotice.customer.Customer;
import java.util.List;
import java.util.Map;

/** What a change that has taken effect means for customers whose notices of it have ended: their objections may keep it from them. */
public interface EffectOnCustomers {

    /**
     * @param change that is in effect
     * @param customers a page of them
     * @param notices theirs of its present round
     * @return of each of the page, by id
     */
    Map<Long, EffectOnCustomer> of(VendorChange change, List<Customer> customers, List<Notice> notices);
}
