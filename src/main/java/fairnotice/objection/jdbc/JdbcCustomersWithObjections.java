package fairnotice.objection.jdbc;

import fairnotice.notice.CustomersWithObjections;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCustomersWithObjections implements CustomersWithObjections {

    private final JdbcClient jdbc;

    JdbcCustomersWithObjections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, Set<Filer>> about(String reference, Collection<Long> customers) {
        Map<Long, Set<Filer>> found = new HashMap<>();
        jdbc.sql("""
                        select customer, case when filing ->> 'channel' in ('LINK', 'PAGE') then filing ->> 'contact' end as contact,
                               filing ->> 'email' as email
                          from objection
                         where change_reference = :change and customer = any(:customers)""")
                .param("change", reference)
                .param("customers", customers.toArray(Long[]::new))
                .query(row -> {
                    Set<Filer> filers = found.computeIfAbsent(row.getLong("customer"), customer -> new HashSet<>());
                    if (row.getString("contact") != null) {
                        filers.add(new Filer(row.getLong("contact"), row.getString("email")));
                    }
                });
        return found;
    }
}
