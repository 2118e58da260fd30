package fairnotice.notice;

import fairnotice.customer.Contact;
import fairnotice.customer.ContactRole;
import fairnotice.customer.Customer;
import fairnotice.register.NoticePolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who is told of a change, who may object, and whom a notice is written to. To be told and to object are two things. */
public final class AudienceRules {

    private AudienceRules() {}

    /** Whether the customer gets a notice at all: an active customer that is owed a message or may object, and was not shown the change before. */
    public static boolean isEntitled(Customer customer, NoticePolicy policy, String reference, LocalDate today) {
        boolean audience = isTold(customer, policy) || mayObject(customer, policy);
        return audience && customer.isActiveOn(today) && !customer.wasShown(reference);
    }

    /**
     * Whether an order of it that runs now ran already when the change was announced. Then the customer was owed the notice, although the books
     * said otherwise at the time.
     */
    static boolean wasCustomerAt(Customer customer, LocalDate announced, LocalDate today) {
        return customer.orders().stream().anyMatch(order -> order.runsOn(announced) && order.runsOn(today));
    }

    static boolean isTold(Customer customer, NoticePolicy policy) {
        return customer.plans().stream().anyMatch(policy.audience()::isTold);
    }

    static boolean mayObject(Customer customer, NoticePolicy policy) {
        return customer.plans().stream().anyMatch(policy.audience()::mayObject);
    }

    /** Those written to first: every contact with a designated role, or else the first contact otherwise designated. One per address. */
    static List<Contact> first(Customer customer, NoticePolicy policy) {
        List<Contact> designated = having(customer, policy.audience().roles());
        if (!designated.isEmpty()) {
            return designated;
        }
        return next(customer, policy, Set.of()).map(List::of).orElse(List.of());
    }

    /** Of those written to first, whom nothing was written to yet, as they were added or given their role since. */
    static List<Contact> firstBut(Set<Long> tried, Customer customer, NoticePolicy policy) {
        Set<String> triedAddresses = addresses(customer, tried);
        return first(customer, policy).stream()
                .filter(contact -> !tried.contains(contact.id()))
                .filter(contact -> !triedAddresses.contains(address(contact)))
                .toList();
    }

    /** The next contact to try when those tried cannot be reached: by the policy's order, then in the customer's own. */
    static java.util.Optional<Contact> next(Customer customer, NoticePolicy policy, Set<Long> tried) {
        Set<String> triedAddresses = addresses(customer, tried);
        List<Contact> candidates = new ArrayList<>();
        for (String role : policy.audience().otherwise()) {
            candidates.addAll(having(customer, List.of(role)));
        }
        candidates.addAll(customer.contacts());
        return candidates.stream()
                .filter(contact -> !tried.contains(contact.id()))
                .filter(contact -> !triedAddresses.contains(address(contact)))
                .findFirst();
    }

    private static List<Contact> having(Customer customer, List<String> roles) {
        Map<String, Contact> byAddress = new LinkedHashMap<>();
        for (Contact contact : customer.contacts()) {
            boolean holds =
                    contact.roles().stream().map(ContactRole::name).anyMatch(has -> containsIgnoringCase(roles, has));
            if (holds) {
                byAddress.putIfAbsent(address(contact), contact);
            }
        }
        return List.copyOf(byAddress.values());
    }

    private static boolean containsIgnoringCase(List<String> roles, String role) {
        return roles.stream().anyMatch(role::equalsIgnoreCase);
    }

    private static Set<String> addresses(Customer customer, Set<Long> ids) {
        return customer.contacts().stream()
                .filter(contact -> ids.contains(contact.id()))
                .map(AudienceRules::address)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static String address(Contact contact) {
        return contact.email().toLowerCase(Locale.ROOT);
    }
}
