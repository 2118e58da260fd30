package fairnotice.inbox.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.inbox.CustomersToReach;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCustomersToReach implements CustomersToReach {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCustomersToReach(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An order that ends today somewhere still runs. */
    @Override
    public List<Unreachable> unreachable() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select * from (
                            select c.id, c.name, c.register, n.reference as change, t.created_at as since
                              from reach_task t join notice n on n.id = t.notice join customer c on c.id = n.customer
                             where t.ended_at is null
                            union all
                            select c.id, c.name, c.register, null, c.since from customer c
                             where not exists (select from contact k where k.customer = c.id)
                               and (not exists (select from customer_order o where o.customer = c.id)
                                    or exists (select from customer_order o where o.customer = c.id and o.ends >= :today - 1))
                        ) as unreachable order by since, id limit :most""")
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, n) -> new Unreachable(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("register"),
                        row.getString("change"),
                        Duration.between(instant(row, "since"), now)))
                .list();
    }
}
