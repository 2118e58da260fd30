package fairnotice.customer.jdbc;

import static fairnotice.sql.Columns.texts;

import fairnotice.calendar.Period;
import fairnotice.customer.ImportedCustomer;
import fairnotice.customer.ImportedCustomer.ImportedContact;
import fairnotice.customer.ImportedCustomer.ImportedOrder;
import fairnotice.customer.ImportedCustomer.ImportedTerms;
import fairnotice.customer.ImportedCustomers;
import fairnotice.refusal.Language;
import fairnotice.sql.Locks;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes a page of customers in seven statements, whatever its size. */
@Repository
class JdbcImportedCustomers implements ImportedCustomers {

    private final JdbcClient jdbc;

    JdbcImportedCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(String register) {
        Locks.hold(jdbc, "customers of " + register);
    }

    @Override
    public int put(String register, List<ImportedCustomer> page, Instant since, Language language) {
        List<Put> put = putCustomers(register, page, since);
        Map<String, Long> ids = ids(register, page);
        Long[] owners = ids.values().toArray(Long[]::new);
        Set<Long> changed = new HashSet<>();
        changed.addAll(putContacts(owners, Rows.of(page, ids, ImportedCustomer::contacts), language));
        changed.addAll(putOrders(owners, Rows.of(page, ids, ImportedCustomer::orders)));
        put.stream().filter(Put::added).map(Put::id).forEach(changed::remove);
        put.stream().filter(one -> !one.added()).map(Put::id).forEach(changed::add);
        raise(changed);
        return (int) put.stream().filter(Put::added).count();
    }

    /** A customer that was new or not as stated. */
    private record Put(long id, boolean added) {}

    /** Leaves alone what is as stated. A row that an insert made has no {@code xmax}; one that it met and changed has. */
    private List<Put> putCustomers(String register, List<ImportedCustomer> page, Instant since) {
        return jdbc.sql("""
                        insert into customer as known (register, external_id, name, plan, since,
                            notice_period, objection_period, expedited_allowed, terms_clause, shown_changes)
                        select :register, id, name, plan, :since, notice, objection, expedited::boolean, clause,
                               string_to_array(shown, ',')
                        from unnest(:ids, :names, :plans, :notices, :objections, :expedited, :clauses, :shown)
                             as stated (id, name, plan, notice, objection, expedited, clause, shown)
                        on conflict (register, external_id) do update set
                            name = excluded.name, plan = excluded.plan, notice_period = excluded.notice_period,
                            objection_period = excluded.objection_period,
                            expedited_allowed = excluded.expedited_allowed, terms_clause = excluded.terms_clause,
                            shown_changes = excluded.shown_changes
                        where (known.name, known.plan, known.notice_period, known.objection_period,
                               known.expedited_allowed, known.terms_clause, known.shown_changes)
                            is distinct from (excluded.name, excluded.plan, excluded.notice_period, excluded.objection_period,
                               excluded.expedited_allowed, excluded.terms_clause, excluded.shown_changes)
                        returning id, xmax = 0 as added
                        """)
                .param("register", register)
                .param("since", since)
                .param("ids", texts(page, ImportedCustomer::id))
                .param("names", texts(page, customer -> customer.name().strip()))
                .param("plans", texts(page, ImportedCustomer::plan))
                .param("notices", terms(page, terms -> period(terms.notice())))
                .param("objections", terms(page, terms -> period(terms.objection())))
                .param("expedited", terms(page, terms -> text(terms.expeditedAllowed())))
                .param("clauses", terms(page, ImportedTerms::clause))
                .param("shown", texts(page, customer -> String.join(",", customer.shownChanges())))
                .query(Put.class)
                .list();
    }

    private Map<String, Long> ids(String register, List<ImportedCustomer> page) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("select id, external_id from customer where register = :register and external_id = any(:ids)")
                .param("register", register)
                .param("ids", texts(page, ImportedCustomer::id))
                .query(row -> {
                    ids.put(row.getString("external_id"), row.getLong("id"));
                });
        return ids;
    }

    private void raise(Set<Long> changed) {
        jdbc.sql("update customer set revision = nextval('customer_revision') where id = any(:changed)")
                .param("changed", changed.toArray(Long[]::new))
                .update();
    }

    /** @return whose contacts were not as stated */
    private Set<Long> putContacts(Long[] owners, Rows<ImportedContact> contacts, Language first) {
        Set<Long> changed = new HashSet<>();
        changed.addAll(jdbc.sql("""
                        with gone as (
                            delete from contact where customer = any(:all) and (customer, lower(email)) not in
                                (select owner, lower(email) from unnest(:owners, :emails) as stated (owner, email))
                            returning *)
                        insert into contact_gone (customer, address, id, epoch)
                        select customer, contact_address(customer, email), id, epoch from gone
                        on conflict (customer, address) do update set id = excluded.id, epoch = excluded.epoch
                        returning customer
                        """)
                .param("all", owners)
                .param("owners", contacts.ownerColumn())
                .param("emails", contacts.column(ImportedContact::email))
                .query(Long.class)
                .list());
        changed.addAll(jdbc.sql("""
                        insert into contact as known (id, epoch, customer, position, name, email, roles, language) overriding system value
                        select coalesce(gone.id, nextval(pg_get_serial_sequence('contact', 'id'))), coalesce(gone.epoch, 0),
                               owner, place, stated.name, stated.email, string_to_array(stated.roles, ','),
                               coalesce(stated.language, stands.language, :first)
                        from unnest(:owners, :places, :names, :emails, :roles, :languages)
                             as stated (owner, place, name, email, roles, language)
                        left join contact stands on stands.customer = owner and lower(stands.email) = lower(stated.email)
                        left join contact_gone gone
                               on gone.customer = owner and gone.address = contact_address(owner, stated.email)
                              and not exists (select 1 from contact taken where taken.id = gone.id)
                        on conflict (customer, lower(email)) do update set
                            position = excluded.position, name = excluded.name, email = excluded.email, roles = excluded.roles,
                            language = excluded.language
                        where (known.position, known.name, known.email, known.roles, known.language)
                            is distinct from
                              (excluded.position, excluded.name, excluded.email, excluded.roles, excluded.language)
                        returning customer
                        """)
                .param("owners", contacts.ownerColumn())
                .param("places", contacts.placeColumn())
                .param("names", contacts.column(contact -> contact.name().strip()))
                .param("emails", contacts.column(ImportedContact::email))
                .param(
                        "roles",
                        contacts.column(
                                contact -> String.join(",", contact.roles()).toUpperCase(Locale.ROOT)))
                .param("first", first.code())
                .param("languages", contacts.column(contact -> language(contact.language())))
                .query(Long.class)
                .list());
        return changed;
    }

    private static String language(String stated) {
        return stated == null
                ? null
                : Language.known(stated).map(Language::code).orElseThrow();
    }

    /** @return whose orders were not as stated */
    private Set<Long> putOrders(Long[] owners, Rows<ImportedOrder> orders) {
        Set<Long> changed = new HashSet<>();
        changed.addAll(jdbc.sql("""
                        delete from customer_order where customer = any(:all) and (customer, external_id) not in
                            (select owner, id from unnest(:owners, :ids) as stated (owner, id))
                        returning customer
                        """)
                .param("all", owners)
                .param("owners", orders.ownerColumn())
                .param("ids", orders.column(ImportedOrder::id))
                .query(Long.class)
                .list());
        changed.addAll(jdbc.sql("""
                        insert into customer_order as known (customer, position, external_id, product, begins, ends, prepaid, currency,
                                                             lines, invoices)
                        select owner, place, id, product, begins::date, ends::date, prepaid::numeric, currency, lines::jsonb,
                               array(select jsonb_array_elements_text(invoices::jsonb))
                        from unnest(:owners, :places, :ids, :products, :begins, :ends, :prepaid, :currencies, :lines, :invoices)
                             as stated (owner, place, id, product, begins, ends, prepaid, currency, lines, invoices)
                        on conflict (customer, external_id) do update set
                            position = excluded.position, product = excluded.product, begins = excluded.begins,
                            ends = excluded.ends, prepaid = excluded.prepaid, currency = excluded.currency,
                            lines = excluded.lines, invoices = excluded.invoices
                        where (known.position, known.product, known.begins, known.ends, known.prepaid, known.currency, known.lines)
                            is distinct from (excluded.position, excluded.product, excluded.begins, excluded.ends,
                                              excluded.prepaid, excluded.currency, excluded.lines)
                        returning customer
                        """)
                .param("owners", orders.ownerColumn())
                .param("places", orders.placeColumn())
                .param("ids", orders.column(ImportedOrder::id))
                .param("products", orders.column(ImportedOrder::product))
                .param("begins", orders.column(order -> order.begins().toString()))
                .param("ends", orders.column(order -> order.ends().toString()))
                .param("prepaid", orders.column(ImportedOrder::toMinorUnit))
                .param("currencies", orders.column(ImportedOrder::currency))
                .param("lines", orders.column(order -> LinesJson.write(order.checkedLines())))
                .param("invoices", orders.column(order -> LinesJson.write(order.invoices())))
                .query(Long.class)
                .list());
        return changed;
    }

    private static String[] terms(List<ImportedCustomer> page, Function<ImportedTerms, String> value) {
        return texts(page, customer -> customer.terms() == null ? null : value.apply(customer.terms()));
    }

    private static String period(String written) {
        return written == null ? null : Period.parse(written).toString();
    }

    private static String text(Boolean value) {
        return value == null ? null : value.toString();
    }
}
