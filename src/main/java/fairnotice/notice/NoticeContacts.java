package fairnotice.notice;

import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.customer.UnconfirmedChanges;
import fairnotice.notice.CustomersWithObjections.Filer;
import fairnotice.refusal.EmailAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Which contacts the notices of a change are for, by mail and by link. A notice opens the customer's case about its change, so where there
 * is one, contacts that one person changed meanwhile do not count until another administrator has confirmed, but for whoever filed it (decision
 * record 16).
 */
@Service
public class NoticeContacts {

    private final Customers customers;
    private final UnconfirmedChanges unconfirmed;
    private final CustomersWithObjections cases;

    NoticeContacts(Customers customers, UnconfirmedChanges unconfirmed, CustomersWithObjections cases) {
        this.customers = customers;
        this.unconfirmed = unconfirmed;
        this.cases = cases;
    }

    /** The customer of a notice, with the contacts that count for it; empty when it is gone. */
    public Optional<Customer> customer(Notice notice) {
        return Optional.ofNullable(byNotice(List.of(notice)).get(notice.id()));
    }

    /**
     * The customer of a notice, with everybody whose link opens it: besides the contacts that count also those of before a change that waits, so
     * that nobody alone cuts a customer off from a notice it was given; and with every order that it may name.
     */
    public Optional<Customer> withHolders(Notice notice) {
        return customers
                .withOrdersInCases(notice.customer())
                .map(customer -> unconfirmed
                        .of(customer.id())
                        .map(change -> change.andEarlierContacts(
                                counted(notice.reference(), List.of(customer), Map.of(customer.id(), change))
                                        .get(0)))
                        .orElse(customer));
    }

    /** Whether one of its contacts has still to be confirmed, and is written to about none of its cases until then. */
    public boolean isAnyToBeConfirmed(Notice notice) {
        return unconfirmed
                .of(notice.customer())
                .flatMap(change -> customers
                        .find(notice.customer())
                        .filter(customer -> !customer.contacts().stream().allMatch(change::isCounted)))
                .isPresent();
    }

    /** The customers of these notices, by the notice's id, each with the contacts that count for it; none for a customer that is gone. */
    Map<Long, Customer> byNotice(Collection<Notice> notices) {
        Map<Long, Customer> known =
                customers.byIds(notices.stream().map(Notice::customer).collect(Collectors.toSet()));
        Map<Long, Customer> byNotice = new HashMap<>();
        notices.stream().collect(Collectors.groupingBy(Notice::reference)).forEach((reference, about) -> {
            List<Notice> there = about.stream()
                    .filter(notice -> known.containsKey(notice.customer()))
                    .toList();
            List<Customer> counted = counted(
                    reference,
                    there.stream().map(notice -> known.get(notice.customer())).toList());
            for (int i = 0; i < there.size(); i++) {
                byNotice.put(there.get(i).id(), counted.get(i));
            }
        });
        return byNotice;
    }

    /**
     * The customers of these notices, by the notice's id, each with everybody whom the notice may have been sent to: besides the contacts of
     * today also those of before a change that waits.
     */
    Map<Long, Customer> everybodyByNotice(Collection<Notice> notices) {
        Set<Long> ids = notices.stream().map(Notice::customer).collect(Collectors.toSet());
        Map<Long, UnconfirmedChange> changed = unconfirmed.of(ids);
        Map<Long, Customer> known = customers.byIds(ids);
        return notices.stream()
                .filter(notice -> known.containsKey(notice.customer()))
                .collect(Collectors.toMap(
                        Notice::id, notice -> everybody(known.get(notice.customer()), changed.get(notice.customer()))));
    }

    /** The changes of contacts of these customers that wait, by customer. In one query. */
    Map<Long, UnconfirmedChange> waiting(Collection<Customer> page) {
        return unconfirmed.of(page.stream().map(Customer::id).toList()).values().stream()
                .filter(UnconfirmedChange::isOfContacts)
                .collect(Collectors.toMap(UnconfirmedChange::customer, Function.identity()));
    }

    /** Whether what this contact, as its link was opened, does about the notice proves that its customer has it. */
    public boolean isConfirmed(Notice notice, Contact contact) {
        return unconfirmed
                .of(notice.customer())
                .filter(change -> !change.isCounted(contact))
                .isEmpty();
    }

    /** Messages to contacts that were confirmed since these were written. In no query where there are none that waited. */
    List<ContactOutcome> confirmed(Collection<Notice> notices, Collection<ContactOutcome> outcomes) {
        Map<Long, Long> customerOf = outcomes.stream().allMatch(ContactOutcome::counts)
                ? Map.of()
                : notices.stream().collect(Collectors.toMap(Notice::id, Notice::customer));
        Map<Long, Customer> known = customers.byIds(Set.copyOf(customerOf.values()));
        Map<Long, UnconfirmedChange> changed = unconfirmed.of(known.keySet());
        return outcomes.stream()
                .filter(outcome -> !outcome.counts())
                .filter(outcome -> {
                    Long customer = customerOf.get(outcome.notice());
                    return known.containsKey(customer)
                            && isConfirmed(outcome, known.get(customer), changed.get(customer));
                })
                .toList();
    }

    private static boolean isConfirmed(ContactOutcome outcome, Customer customer, UnconfirmedChange waits) {
        return customer.contacts().stream()
                .filter(contact -> contact.id() == outcome.contact() && contact.epoch() == outcome.unconfirmed())
                .anyMatch(contact -> waits == null || waits.isCounted(contact));
    }

    private static Customer everybody(Customer customer, UnconfirmedChange change) {
        return change == null ? customer : change.andEarlierContacts(customer);
    }

    /** The same customers in their order, with the contacts that count for notices of the change. In two queries at most. */
    public List<Customer> counted(String reference, Collection<Customer> page) {
        Map<Long, UnconfirmedChange> changed =
                unconfirmed.of(page.stream().map(Customer::id).toList());
        return changed.isEmpty() ? List.copyOf(page) : counted(reference, page, changed);
    }

    /**
     * The contacts that one person removed, by customer, until another confirms. What is written about a notice goes to those
     * of them that it reached as well, so that nobody alone has a customer's mail follow to an address of their own. Where there is a case they
     * count anyhow ({@link #counted}). In two queries at most.
     */
    Map<Long, List<Contact>> removed(String reference, Collection<Customer> page) {
        Map<Long, UnconfirmedChange> changed =
                unconfirmed.of(page.stream().map(Customer::id).toList());
        if (changed.isEmpty()) {
            return Map.of();
        }
        Set<Long> inCase = cases.about(reference, changed.keySet()).keySet();
        return page.stream()
                .distinct()
                .filter(customer -> changed.containsKey(customer.id()) && !inCase.contains(customer.id()))
                .collect(Collectors.toMap(
                        Customer::id,
                        customer -> changed.get(customer.id()).removedContacts(customer),
                        (one, same) -> one));
    }

    private List<Customer> counted(String reference, Collection<Customer> page, Map<Long, UnconfirmedChange> changed) {
        Map<Long, Set<Filer>> filers = cases.about(reference, changed.keySet());
        return page.stream()
                .map(customer -> filers.containsKey(customer.id())
                        ? changed.get(customer.id())
                                .withEarlierContactsAnd(
                                        contact -> isFiler(contact, filers.get(customer.id())), customer)
                        : customer)
                .toList();
    }

    private static boolean isFiler(Contact contact, Set<Filer> filers) {
        return filers.stream()
                .anyMatch(filer -> filer.contact() == contact.id()
                        && EmailAddress.comparable(filer.email()).equals(EmailAddress.comparable(contact.email())));
    }
}
