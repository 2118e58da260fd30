package fairnotice.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All customers. */
public interface Customers {

    /**
     * At most {@code limit} customers of a register with revisions above {@code after}, by revision, whole, in a bounded number of
     * queries. One that changes while the pages are read comes again at their end.
     */
    List<Customer> page(String register, long after, int limit);

    /** The highest revision of a register's customers; 0 when it has none. */
    long newestRevision(String register);

    Optional<Customer> find(long id);

    /** The customer as its open cases see it: with the contacts and orders that no single person changed since they were opened. */
    Optional<Customer> inCases(long id);

    /**
     * Those of these customers that there are, by id, each as it is with every order that counts for its cases: those of today, and those that one
     * person took away or shortened, as they stood, until another confirms. Whoever objects may name each of them, and what of them is in use
     * goes on. What can be terminated, and what is refunded, is worked out by {@link #inCases} alone. In a bounded number of queries.
     */
    Map<Long, Customer> withOrdersInCases(Collection<Long> ids);

    /** The same of one; empty when there is no such customer. */
    default Optional<Customer> withOrdersInCases(long id) {
        return Optional.ofNullable(withOrdersInCases(List.of(id)).get(id));
    }

    /** The customer with its orders as {@link #withOrdersInCases}, and the contacts that its open cases count: those before a change that nobody else confirmed. */
    Optional<Customer> writtenToInCases(long id);

    /** Those of these customers that there are, by id, each with the orders and contacts that its open cases count. */
    Map<Long, Customer> writtenToInCases(Collection<Long> ids);

    /** Those of these external ids that there are. */
    List<Customer> findByExternalIds(String register, Collection<String> externalIds);

    /** A customer's contacts alone, in their order; none when there is no such customer. */
    List<Contact> contacts(long customer);

    Optional<Customer> find(String register, String externalId);

    /** The customers of a register one of whose contacts has this address, compared without case; few, since at most ten are told. */
    List<Customer> withContact(String register, String email);

    /**
     * Customers of a register with a contact at this domain, or with this in their name, both compared without case; those of that name first.
     *
     * @param domain what stands after the @; null for none
     * @param name part of a name; null for none
     */
    List<Customer> candidates(String register, String domain, String name, int limit);

    Map<Long, Customer> byIds(Collection<Long> ids);

    /** Number of customers of a register. */
    long count(String register);
}
