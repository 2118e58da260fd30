package fairnotice.customer.jdbc;

import fairnotice.calendar.Period;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedCustomer.ImportedTerms;
import fairnotice.customer.ImportedCustomers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes a page of customers in five statements, whatever its size. */
@Repository
class JdbcImportedCustomers implements ImportedCustomers {

    private final JdbcClient jdbc;

    JdbcImportedCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(String register) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('customers of ' || :register))")
                .param("register", register)
                .query(row -> {});
    }

    @Override
    public int put(String register, List<ImportedCustomer> page, Instant since) {
        Map<String, Long> ids = new HashMap<>();
        AtomicInteger added = new AtomicInteger();
        putCustomers(register, page, since).forEach(put -> {
            ids.put(put.externalId(), put.id());
            added.addAndGet(put.added() ? 1 : 0);
        });
        Long[] owners = ids.values().toArray(Long[]::new);
        putContacts(owners, Rows.of(page, ids, ImportedCustomer::contacts));
        putOrders(owners, Rows.of(page, ids, ImportedCustomer::orders));
        return added.get();
    }

    private record Put(long id, String externalId, boolean added) {}

    /** A row that an insert made has no {@code xmax}; one that it met and changed has. */
    private List<Put> putCustomers(String register, List<ImportedCustomer> page, Instant since) {
        return jdbc.sql("""
                        insert into customer (register, external_id, name, plan, since,
                                              notice_period, objection_period, expedited_allowed, terms_clause, shown_changes)
                        select :register, id, name, plan, :since, notice, objection, expedited::boolean, clause,
                               string_to_array(shown, ',')
                        from unnest(:ids, :names, :plans, :notices, :objections, :expedited, :clauses, :shown)
                             as stated (id, name, plan, notice, objection, expedited, clause, shown)
                        on conflict (register, external_id) do update set
                            name = excluded.name, plan = excluded.plan, notice_period = excluded.notice_period,
                            objection_period = excluded.objection_period,
                            expedited_allowed = excluded.expedited_allowed, terms_clause = excluded.terms_clause,
                            shown_changes = excluded.shown_changes, revision = nextval('customer_revision')
                        returning id, external_id, xmax = 0 as added
                        """)
                .param("register", register)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("ids", column(page, ImportedCustomer::id))
                .param("names", column(page, customer -> customer.name().strip()))
                .param("plans", column(page, ImportedCustomer::plan))
                .param("notices", terms(page, terms -> period(terms.notice())))
                .param("objections", terms(page, terms -> period(terms.objection())))
                .param("expedited", terms(page, terms -> text(terms.expeditedAllowed())))
                .param("clauses", terms(page, ImportedTerms::clause))
                .param("shown", column(page, customer -> String.join(",", customer.shownChanges())))
                .query(Put.class)
                .list();
    }

    private void putContacts(Long[] owners, Rows<ImportedContact> contacts) {
        jdbc.sql("""
                        delete from contact where customer = any(:all) and (customer, lower(email)) not in
                            (select owner, lower(email) from unnest(:owners, :emails) as stated (owner, email))
                        """)
                .param("all", owners)
                .param("owners", contacts.ownerColumn())
                .param("emails", contacts.column(ImportedContact::email))
                .update();
        jdbc.sql("""
                        insert into contact (customer, position, name, email, roles)
                        select owner, place, name, email, string_to_array(roles, ',')
                        from unnest(:owners, :places, :names, :emails, :roles) as stated (owner, place, name, email, roles)
                        on conflict (customer, lower(email)) do update set
                            position = excluded.position, name = excluded.name, email = excluded.email, roles = excluded.roles
                        """)
                .param("owners", contacts.ownerColumn())
                .param("places", contacts.placeColumn())
                .param("names", contacts.column(contact -> contact.name().strip()))
                .param("emails", contacts.column(ImportedContact::email))
                .param(
                        "roles",
                        contacts.column(
                                contact -> String.join(",", contact.roles()).toUpperCase(Locale.ROOT)))
                .update();
    }

    private void putOrders(Long[] owners, Rows<ImportedOrder> orders) {
        jdbc.sql("""
                        delete from customer_order where customer = any(:all) and (customer, external_id) not in
                            (select owner, id from unnest(:owners, :ids) as stated (owner, id))
                        """)
                .param("all", owners)
                .param("owners", orders.ownerColumn())
                .param("ids", orders.column(ImportedOrder::id))
                .update();
        jdbc.sql("""
                        insert into customer_order (customer, position, external_id, product, begins, ends, prepaid, currency)
                        select owner, place, id, product, begins::date, ends::date, prepaid::numeric, currency
                        from unnest(:owners, :places, :ids, :products, :begins, :ends, :prepaid, :currencies)
                             as stated (owner, place, id, product, begins, ends, prepaid, currency)
                        on conflict (customer, external_id) do update set
                            position = excluded.position, product = excluded.product, begins = excluded.begins,
                            ends = excluded.ends, prepaid = excluded.prepaid, currency = excluded.currency
                        """)
                .param("owners", orders.ownerColumn())
                .param("places", orders.placeColumn())
                .param("ids", orders.column(ImportedOrder::id))
                .param("products", orders.column(ImportedOrder::product))
                .param("begins", orders.column(order -> order.begins().toString()))
                .param("ends", orders.column(order -> order.ends().toString()))
                .param("prepaid", orders.column(ImportedOrder::toMinorUnit))
                .param("currencies", orders.column(ImportedOrder::currency))
                .update();
    }

    private static String[] column(List<ImportedCustomer> page, Function<ImportedCustomer, String> value) {
        return page.stream().map(value).toArray(String[]::new);
    }

    private static String[] terms(List<ImportedCustomer> page, Function<ImportedTerms, String> value) {
        return column(page, customer -> customer.terms() == null ? null : value.apply(customer.terms()));
    }

    private static String period(String written) {
        return written == null ? null : Period.parse(written).toString();
    }

    private static String text(Boolean value) {
        return value == null ? null : value.toString();
    }
}
