package fairnotice.objection.jdbc;

import fairnotice.customer.OpenObjections;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A case is open from its filing until it is settled; what a termination refunds is kept with it from then on. */
@Repository
class JdbcOpenCases implements OpenObjections {

    private final JdbcClient jdbc;

    JdbcOpenCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Long> among(Collection<Long> customers) {
        return new HashSet<>(jdbc.sql(
                        "select distinct customer from objection where customer = any(:customers) and settled_at is null")
                .param("customers", customers.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }
}
