package fairnotice.clearance;

import fairnotice.change.VendorChange;
import fairnotice.customer.Customer;
import fairnotice.notice.Notice;
import fairnotice.objection.AgreementRules;
import fairnotice.objection.Objection;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What is known of one customer and the changes its clearances rest on, read at once.
 *
 * @param changes by reference
 * @param notices its notice in the last round it was given one in, by reference
 * @param objections its objections, newest first, by reference of the change
 * @param unmatched those not matched to anybody yet, by reference of the change
 * @param held the exemptions it agreed to about an earlier change of the same vendor, by reference of the change
 * @param policy in force now
 * @param policies by version
 * @param now legal time
 */
record CustomerFacts(
        Customer customer,
        Map<String, VendorChange> changes,
        Map<String, Notice> notices,
        Map<String, List<Objection>> objections,
        Map<String, List<Objection>> unmatched,
        Map<String, Objection> held,
        NoticePolicy policy,
        IntFunction<NoticePolicy> policies,
        Instant now) {

    /** The same without what is still to be matched. */
    CustomerFacts ofItsOwn() {
        return new CustomerFacts(customer, changes, notices, objections, Map.of(), held, policy, policies, now);
    }

    VendorChange change(String reference) {
        return changes.get(reference);
    }

    /** Its notice of the change's present round. */
    Optional<Notice> notice(VendorChange change) {
        return Optional.ofNullable(notices.get(change.reference()))
                .filter(notice -> notice.round() == change.round().number());
    }

    List<Objection> objections(VendorChange change) {
        return objections.getOrDefault(change.reference(), List.of());
    }

    /** The exemption agreed about an earlier change that counts for this one too. */
    Optional<Objection> held(VendorChange change) {
        return AgreementRules.held(Optional.ofNullable(held.get(change.reference())), objections(change));
    }

    List<Objection> unmatched(VendorChange change) {
        return unmatched.getOrDefault(change.reference(), List.of());
    }
}
