package fairnotice.customer.jdbc;

import com.fasterxml.jackson.core.type.TypeReference;
import fairnotice.access.Scope;
import fairnotice.customer.Contact;
import fairnotice.customer.Entitlement;
import fairnotice.customer.Order;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.customer.UnconfirmedChanges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
    public void keep(UnconfirmedChange change) {
        jdbc.sql("""
                        insert into customer_unconfirmed (customer, revision, contacts, orders, entitlement, fields, changed_by, changed_at)
                        values (:customer, :revision, :contacts::jsonb, :orders::jsonb, :entitlement::jsonb, :fields, :changedBy, :changedAt)
                        on conflict (customer) do update
                           set revision = excluded.revision, contacts = excluded.contacts, orders = excluded.orders,
                               entitlement = excluded.entitlement, fields = excluded.fields, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("customer", change.customer())
                .param("revision", change.revision())
                .param("contacts", LinesJson.writeAny(change.contacts()))
                .param("orders", LinesJson.writeAny(change.orders()))
                .param("entitlement", LinesJson.writeAny(change.entitlement()))
                .param("fields", change.fields().toArray(String[]::new))
                .param("changedBy", change.changedBy().toArray(String[]::new))
                .param("changedAt", change.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void remove(long customer) {
        jdbc.sql("delete from customer_unconfirmed where customer = :customer")
                .param("customer", customer)
                .update();
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

    private static UnconfirmedChange change(ResultSet row, int number) throws SQLException {
        return new UnconfirmedChange(
                row.getLong("customer"),
                row.getLong("revision"),
                LinesJson.readAny(row.getString("contacts"), new TypeReference<List<Contact>>() {}),
                LinesJson.readAny(row.getString("orders"), new TypeReference<List<Order>>() {}),
                LinesJson.readAny(row.getString("entitlement"), new TypeReference<Entitlement>() {}),
                Set.of((String[]) row.getArray("fields").getArray()),
                Set.of((String[]) row.getArray("changed_by").getArray()),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
