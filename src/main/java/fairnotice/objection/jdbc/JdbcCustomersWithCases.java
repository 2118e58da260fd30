package fairnotice.objection.jdbc;

import fairnotice.notice.CustomersWithCases;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCustomersWithCases implements CustomersWithCases {

    private final JdbcClient jdbc;

    JdbcCustomersWithCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Long> about(String reference, Collection<Long> customers) {
        return new HashSet<>(jdbc.sql("""
                        select distinct customer from objection
                         where change_reference = :change and customer = any(:customers)""")
                .param("change", reference)
                .param("customers", customers.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }
}
