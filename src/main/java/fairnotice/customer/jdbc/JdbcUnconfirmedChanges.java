package fairnotice.customer.jdbc;

import static fairnotice.sql.Columns.instant;
import static fairnotice.sql.Columns.texts;

import com.fasterxml.jackson.core.type.TypeReference;
import fairnotice.access.Scope;
import fairnotice.customer.Contact;
import fairnotice.customer.Entitlement;
import fairnotice.customer.Order;
import fairnotice.customer.Resemblance;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.customer.UnconfirmedChanges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUnconfirmedChanges implements UnconfirmedChanges {

    private final JdbcClient jdbc;

    JdbcUnconfirmedChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<UnconfirmedChange> of(long customer) {
        return jdbc.sql("select * from customer_unconfirmed where customer = :customer")
                .param("customer", customer)
                .query(JdbcUnconfirmedChanges::change)
                .optional();
    }

    @Override
    public Map<Long, UnconfirmedChange> of(Collection<Long> customers) {
        return jdbc
                .sql("select * from customer_unconfirmed where customer = any(:customers)")
                .param("customers", customers.toArray(Long[]::new))
                .query(JdbcUnconfirmedChanges::change)
                .list()
                .stream()
                .collect(Collectors.toMap(UnconfirmedChange::customer, Function.identity()));
    }

    @Override
    public void save(Collection<UnconfirmedChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into customer_unconfirmed (customer, revision, contacts, left_contacts, orders, entitlement, fields,
                                                          changed_by, contacts_by, rest_by, authors, changed_at, invoices, resembles)
                        select customer, revision, contacts::jsonb, left_contacts::jsonb, orders::jsonb, entitlement::jsonb,
                               array(select jsonb_array_elements_text(fields::jsonb)),
                               array(select jsonb_array_elements_text(changed_by::jsonb)),
                               array(select jsonb_array_elements_text(contacts_by::jsonb)),
                               array(select jsonb_array_elements_text(rest_by::jsonb)), authors::jsonb, changed_at,
                               array(select jsonb_array_elements_text(invoices::jsonb)), resembles::jsonb
                        from unnest(:customers::bigint[], :revisions::bigint[], :contacts::text[], :left::text[], :orders::text[],
                                    :entitlements::text[], :fields::text[], :changedBy::text[], :contactsBy::text[],
                                    :restBy::text[], :authors::text[], :changedAts::timestamptz[],
                                    :invoices::text[], :resembles::text[])
                             as kept (customer, revision, contacts, left_contacts, orders, entitlement, fields, changed_by, contacts_by, rest_by,
                                      authors, changed_at, invoices, resembles)
                        on conflict (customer) do update
                           set revision = excluded.revision, contacts = excluded.contacts, left_contacts = excluded.left_contacts,
                               orders = excluded.orders, entitlement = excluded.entitlement, fields = excluded.fields,
                               changed_by = excluded.changed_by, contacts_by = excluded.contacts_by,
                               rest_by = excluded.rest_by, authors = excluded.authors, changed_at = excluded.changed_at,
                               invoices = excluded.invoices, resembles = excluded.resembles""")
                .param(
                        "customers",
                        changes.stream().map(UnconfirmedChange::customer).toArray(Long[]::new))
                .param(
                        "revisions",
                        changes.stream().map(UnconfirmedChange::revision).toArray(Long[]::new))
                .param("contacts", texts(changes, change -> LinesJson.writeAny(change.contacts())))
                .param("left", texts(changes, change -> LinesJson.writeAny(change.left())))
                .param("orders", texts(changes, change -> LinesJson.writeAny(change.orders())))
                .param("entitlements", texts(changes, change -> LinesJson.writeAny(change.entitlement())))
                .param("fields", texts(changes, change -> LinesJson.writeAny(change.fields())))
                .param("changedBy", texts(changes, change -> LinesJson.writeAny(change.changedBy())))
                .param("contactsBy", texts(changes, change -> LinesJson.writeAny(change.contactsBy())))
                .param("restBy", texts(changes, change -> LinesJson.writeAny(change.restBy())))
                .param("authors", texts(changes, change -> LinesJson.writeAny(change.authors())))
                .param("changedAts", texts(changes, change -> change.changedAt().toString()))
                .param("invoices", texts(changes, change -> LinesJson.write(change.invoices())))
                .param("resembles", texts(changes, change -> LinesJson.write(change.resembles())))
                .update();
    }

    @Override
    public void remove(Collection<Long> customers) {
        if (!customers.isEmpty()) {
            jdbc.sql("delete from customer_unconfirmed where customer = any(:customers)")
                    .param("customers", customers.toArray(Long[]::new))
                    .update();
        }
    }

    @Override
    public List<Waiting> waiting(Scope within, int limit) {
        return jdbc.sql("""
                        select u.*, c.name, c.register
                        from customer_unconfirmed u join customer c on c.id = u.customer
                        where :all or c.register = any(:registers)
                        order by u.changed_at, u.customer
                        limit :limit""")
                .param("all", within.all())
                .param("registers", within.array())
                .param("limit", limit)
                .query((row, n) -> new Waiting(row.getString("name"), row.getString("register"), change(row, n)))
                .list();
    }

    @Override
    public List<Together> together(Scope within, int limit) {
        return jdbc.sql("""
                        select c.register, u.changed_by, u.changed_at, count(*) as customers, max(c.revision) as newest
                        from customer_unconfirmed u join customer c on c.id = u.customer
                        where :all or c.register = any(:registers)
                        group by c.register, u.changed_by, u.changed_at
                        having count(*) > 1
                        order by u.changed_at, c.register
                        limit :limit""")
                .param("all", within.all())
                .param("registers", within.array())
                .param("limit", limit)
                .query((row, n) -> new Together(
                        row.getString("register"),
                        Set.copyOf(texts(row, "changed_by")),
                        instant(row, "changed_at"),
                        row.getLong("customers"),
                        row.getLong("newest")))
                .list();
    }

    @Override
    public List<UnconfirmedChange> of(Together together) {
        return jdbc.sql("""
                        select u.* from customer_unconfirmed u join customer c on c.id = u.customer
                        where c.register = :register and u.changed_at = :at
                          and u.changed_by @> :by::text[] and u.changed_by <@ :by::text[]
                        order by u.customer""")
                .param("register", together.register())
                .param("at", together.changedAt())
                .param("by", together.changedBy().toArray(String[]::new))
                .query(JdbcUnconfirmedChanges::change)
                .list();
    }

    private static UnconfirmedChange change(ResultSet row, int number) throws SQLException {
        return new UnconfirmedChange(
                row.getLong("customer"),
                row.getLong("revision"),
                LinesJson.readAny(row.getString("contacts"), new TypeReference<List<Contact>>() {}),
                LinesJson.readAny(row.getString("left_contacts"), new TypeReference<List<Contact>>() {}),
                LinesJson.readAny(row.getString("orders"), new TypeReference<List<Order>>() {}),
                LinesJson.readAny(row.getString("entitlement"), new TypeReference<Entitlement>() {}),
                LinesJson.read(row.getString("resembles"), new TypeReference<List<Resemblance>>() {}),
                Set.copyOf(texts(row, "fields")),
                Set.copyOf(texts(row, "changed_by")),
                Set.copyOf(texts(row, "contacts_by")),
                Set.copyOf(texts(row, "rest_by")),
                LinesJson.readAny(
                        row.getString("authors"), new TypeReference<Map<String, Map<String, Set<String>>>>() {}),
                instant(row, "changed_at"));
    }
}
