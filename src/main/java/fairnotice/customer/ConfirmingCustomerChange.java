package fairnotice.customer;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.StaffDirectory;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Another administrator confirms what was changed of a customer with an open case; from then on its cases rest on it. */
@Service
public class ConfirmingCustomerChange {

    /** How many are looked at. */
    private static final int MOST = 500;

    private final Customers customers;
    private final ImportedCustomers writing;
    private final UnconfirmedChanges unconfirmed;
    private final StaffDirectory staff;
    private final Ledger ledger;
    private final Clock clock;

    ConfirmingCustomerChange(
            Customers customers,
            ImportedCustomers writing,
            UnconfirmedChanges unconfirmed,
            StaffDirectory staff,
            Ledger ledger,
            Clock clock) {
        this.customers = customers;
        this.writing = writing;
        this.unconfirmed = unconfirmed;
        this.staff = staff;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What waits in this person's registers and may be confirmed by them, the longest waiting first, at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<UnconfirmedChanges.Waiting> waiting(Actor actor) {
        Scope within = actor.scope(Role.ADMIN);
        Colleagues colleagues = staff.colleagues();
        return within.isEmpty()
                ? List.of()
                : unconfirmed.waiting(within, MOST).stream()
                        .filter(each -> Refused.sentence(() -> check(each.change(), each.register(), actor, colleagues))
                                .isEmpty())
                        .toList();
    }

    /** What waits, field by field, with what stood and stands there; empty when nothing does. */
    @Transactional(readOnly = true)
    public List<CustomerFields.Difference> differences(long customer) {
        return before(customer)
                .map(before -> CustomerFields.differences(
                        before, customers.find(customer).orElseThrow()))
                .orElse(List.of());
    }

    /** The customer as it was before what waits; empty when nothing does. */
    @Transactional(readOnly = true)
    public Optional<Customer> before(long customer) {
        return unconfirmed
                .of(customer)
                .flatMap(change -> customers.find(customer).map(change::whole));
    }

    /** Why this person may not confirm it. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle(UnconfirmedChange change, String register, Actor actor) {
        Colleagues colleagues = staff.colleagues();
        return Refused.sentence(() -> check(change, register, actor, colleagues));
    }

    /** Whom it waits for, when nobody who is there now may confirm it. */
    @Transactional(readOnly = true)
    public Optional<String> vacancy(UnconfirmedChange change, String register) {
        return CustomerRules.CHANGED_AND_CONFIRMED.vacancy(change.changedBy(), register, staff.colleagues());
    }

    /**
     * @param revision of the customer as the person saw it
     * @throws Refused when nothing waits, it was changed since, or the person is one of those who changed it
     */
    @Transactional
    public void confirm(long customer, long revision, Actor actor) {
        Customer found = customers
                .find(customer)
                .filter(there -> actor.sees(there.register()))
                .orElseThrow(() -> Refused.unknown("There is no such customer."));
        writing.lock(found.register());
        Customer now = customers.find(customer).orElseThrow();
        UnconfirmedChange change = unconfirmed
                .of(customer)
                .orElseThrow(() -> Refused.conflict("Nothing of this customer waits for a confirmation any more."));
        check(change, now.register(), actor, staff.colleagues());
        if (now.revision() != revision) {
            throw Refused.conflict(
                    "The customer was changed again since you looked. Please look at the fields once more.");
        }
        unconfirmed.remove(customer);
        Instant at = clock.instant();
        ledger.record(Entry.of("customers.confirmed", RecordingCustomerChanges.subject(customer), actor.id(), at)
                .with("register", now.register())
                .with("revision", revision)
                .with("fields", List.copyOf(change.fields()))
                .with("changedBy", String.join(" ", change.changedBy())));
    }

    private static void check(UnconfirmedChange change, String register, Actor actor, Colleagues colleagues) {
        CustomerRules.mayConfirm(actor, register);
        CustomerRules.CHANGED_AND_CONFIRMED.check(actor, change.changedBy(), register, colleagues);
    }
}
