package fairnotice.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fairnotice.access.Scope;
import fairnotice.customer.Contact;
import fairnotice.customer.ContactFixture;
import fairnotice.customer.ContactRole;
import fairnotice.customer.Customer;
import fairnotice.customer.Terms;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.customer.UnconfirmedChanges;
import fairnotice.notice.CustomersWithObjections.Filer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Customers 1 and 2 were given Eve as their only contact by one administrator; 1 objected to CHG-1. */
class NoticeContactsTest {

    private static final Contact ANN = contact(70, "ann@acme.example.com");
    private static final Contact EVE = contact(71, "eve@evil.example.com");

    private final List<String> asked = new ArrayList<>();
    private final Set<Filer> filers = new HashSet<>();
    private final NoticeContacts contacts =
            new NoticeContacts(null, new Changed(Map.of(1L, changed(1), 2L, changed(2))), this::objectors);

    @Test
    void a_change_of_contacts_that_waits_counts_for_every_notice_but_those_of_a_case() {
        assertThat(contacts.counted("CHG-1", List.of(customer(3), customer(2), customer(1))))
                .extracting(Customer::id, Customer::contacts)
                .containsExactly(tuple(3L, List.of(EVE)), tuple(2L, List.of(EVE)), tuple(1L, List.of(ANN)));
        assertThat(contacts.counted("CHG-2", List.of(customer(1))))
                .extracting(Customer::contacts)
                .containsExactly(List.of(EVE));
    }

    @Test
    void an_announcement_knows_the_contacts_before_a_change_that_waits() {
        assertThat(contacts.waiting(List.of(customer(3), customer(2), customer(1))))
                .containsOnlyKeys(1L, 2L)
                .allSatisfy((id, waits) -> assertThat(
                                waits.withEverybodyBefore(customer(id)).contacts())
                        .containsExactly(ANN));
    }

    @Test
    void what_is_not_of_contacts_stays_as_it_is() {
        assertThat(contacts.counted("CHG-1", List.of(customer(1))))
                .extracting(Customer::revision)
                .containsExactly(9L);
    }

    @Test
    void cases_are_asked_for_once_a_page_and_only_where_something_waits() {
        contacts.counted("CHG-1", List.of(customer(3), customer(4)));
        assertThat(asked).isEmpty();

        contacts.counted("CHG-1", List.of(customer(1), customer(2), customer(3)));
        assertThat(asked).containsExactly("CHG-1");
    }

    @Test
    void who_filed_the_case_stays_in_it_under_the_address_it_filed_from_and_nobody_else_of_the_new_ones() {
        filers.add(new Filer(71, "eve@evil.example.com"));
        assertThat(contacts.counted("CHG-1", List.of(customer(1))))
                .extracting(Customer::contacts)
                .containsExactly(List.of(ANN, EVE));

        filers.clear();
        filers.add(new Filer(71, "bob@acme.example.com"));
        assertThat(contacts.counted("CHG-1", List.of(customer(1))))
                .extracting(Customer::contacts)
                .containsExactly(List.of(ANN));
    }

    private Map<Long, Set<Filer>> objectors(String reference, Collection<Long> customers) {
        asked.add(reference);
        return reference.equals("CHG-1") && customers.contains(1L) ? Map.of(1L, filers) : Map.of();
    }

    private static UnconfirmedChange changed(long customer) {
        return new UnconfirmedChange(
                customer, 3, List.of(ANN), List.of(), null, Set.of("contacts/70"), Set.of("ada"), Instant.EPOCH);
    }

    private static Customer customer(long id) {
        return new Customer(
                id,
                "demo",
                "C-" + id,
                "Acme",
                "enterprise",
                List.of(EVE),
                List.of(),
                Terms.NONE,
                Set.of(),
                Instant.EPOCH,
                9);
    }

    private static Contact contact(long id, String email) {
        return ContactFixture.contact(id, email, email, ContactRole.PRIVACY);
    }

    private record Changed(Map<Long, UnconfirmedChange> byCustomer) implements UnconfirmedChanges {

        @Override
        public Optional<UnconfirmedChange> of(long customer) {
            return Optional.ofNullable(byCustomer.get(customer));
        }

        @Override
        public Map<Long, UnconfirmedChange> of(Collection<Long> customers) {
            return byCustomer.entrySet().stream()
                    .filter(change -> customers.contains(change.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public void save(Collection<UnconfirmedChange> changes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(Collection<Long> customers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Waiting> waiting(Scope within, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Together> together(Scope within, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<UnconfirmedChange> of(Together together) {
            throw new UnsupportedOperationException();
        }
    }
}
