package fairnotice.customer;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who signed. A customer belongs to one register.
 *
 * @param externalId the publisher's own id for it, unique in the register
 * @param plan as the policy's audience names it: "enterprise"
 * @param contacts in the order they were given
 * @param shown references of pending changes that were shown to it before it signed
 * @param since when it became a customer here
 * @param earlier what it was entitled to before a change that no other administrator has confirmed; null where none waits
 * @param revision raised, above every other customer's, whenever anything of it changes: a cursor over revisions misses nobody
 */
@RecordBuilder
public record Customer(
        long id,
        String register,
        String externalId,
        String name,
        String plan,
        List<Contact> contacts,
        List<Order> orders,
        Terms terms,
        Set<String> shown,
        Instant since,
        Entitlement earlier,
        long revision) {

    /** A customer of which nothing waits to be confirmed. */
    public Customer(
            long id,
            String register,
            String externalId,
            String name,
            String plan,
            List<Contact> contacts,
            List<Order> orders,
            Terms terms,
            Set<String> shown,
            Instant since,
            long revision) {
        this(id, register, externalId, name, plan, contacts, orders, terms, shown, since, null, revision);
    }

    /**
     * Whether any of its orders runs on that day, or begins after it; a customer without orders is taken to be one. Like all that notices rest on,
     * by the better of what stands and what stood before a change that waits.
     */
    public boolean isActiveOn(LocalDate day) {
        return entitlements().anyMatch(each -> each.isActiveOn(day));
    }

    /** The last day of its last order, as it was bought or as it was ended before; empty when it has none, which binds without end. */
    public Optional<LocalDate> lastDay() {
        return entitlements().allMatch(each -> each.lastDay().isPresent())
                ? entitlements().flatMap(each -> each.lastDay().stream()).max(LocalDate::compareTo)
                : Optional.empty();
    }

    /** Its plan, and the one before a change that waits. */
    public Set<String> plans() {
        return entitlements().map(Entitlement::plan).collect(Collectors.toSet());
    }

    /** Its terms, and those before a change that waits; of each period the longer counts. */
    public List<Terms> allTerms() {
        return entitlements().map(Entitlement::terms).distinct().toList();
    }

    /** Whether it was shown a change before it signed. */
    public boolean wasShown(String reference) {
        return entitlements().allMatch(each -> each.shown().contains(reference));
    }

    /** Whether its agreement lets a security-critical change go first; null where it leaves that to the policy. */
    public Boolean expeditedAllowed() {
        List<Terms> all = allTerms();
        if (all.stream().anyMatch(terms -> Boolean.FALSE.equals(terms.expeditedAllowed()))) {
            return false;
        }
        return all.stream().allMatch(terms -> Boolean.TRUE.equals(terms.expeditedAllowed())) ? true : null;
    }

    private Stream<Entitlement> entitlements() {
        return Stream.concat(Stream.of(Entitlement.of(this)), Stream.ofNullable(earlier));
    }

    /** The same with its contacts and orders; those before a change that waits know what was ended of them since. */
    public Customer with(List<Contact> its, List<Order> itsOrders) {
        return CustomerBuilder.builder(this)
                .contacts(its)
                .orders(itsOrders)
                .earlier(earlier == null ? null : earlier.knowing(itsOrders))
                .build();
    }

    /** The same with other contacts and orders. */
    Customer with(List<Contact> others, List<Order> otherOrders, long otherRevision) {
        return CustomerBuilder.builder(this)
                .contacts(others)
                .orders(otherOrders)
                .revision(otherRevision)
                .build();
    }

    /** As it was entitled before a change that waits. */
    Customer entitledAs(Entitlement other) {
        return CustomerBuilder.builder(this)
                .plan(other.plan())
                .orders(other.orders())
                .terms(other.terms())
                .shown(other.shown())
                .earlier(null)
                .build();
    }
}
