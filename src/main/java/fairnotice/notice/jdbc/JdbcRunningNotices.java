package fairnotice.notice.jdbc;

import fairnotice.customer.RunningNotices;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A notice runs until both its notice period and its objection window have ended, and from the start where neither has begun. */
@Repository
class JdbcRunningNotices implements RunningNotices {

    private final JdbcClient jdbc;

    JdbcRunningNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Long> among(Collection<Long> customers, Instant now) {
        return new HashSet<>(jdbc.sql("""
                        select distinct n.customer
                          from notice n join vendor_change c on c.reference = n.reference
                         where n.customer = any(:customers) and n.superseded_at is null
                           and c.state not in ('WITHDRAWN', 'REJECTED', 'UNLISTED')
                           and (n.started_at is null or greatest(n.notice_ends_at, n.objections_close_at) > :now)""")
                .param("customers", customers.toArray(Long[]::new))
                .param("now", now)
                .query(Long.class)
                .list());
    }
}
