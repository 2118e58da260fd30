package fairnotice.customer.jdbc;

import fairnotice.customer.Resemblance;
import fairnotice.customer.Resemblances;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcResemblances implements Resemblances {

    private final JdbcClient jdbc;

    JdbcResemblances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, List<Resemblance>> of(String register, Collection<Long> customers) {
        Map<Long, List<Resemblance>> found = new HashMap<>();
        jdbc.sql("""
                        select own, external_id, by_name, by_address
                        from (select alike.own, other.external_id, bool_or(alike.by_name) as by_name, bool_or(not alike.by_name) as by_address,
                                     row_number() over (partition by alike.own order by other.id) as place
                              from (select c.id as own, o.id as other, true as by_name
                                      from customer c
                                      join customer o on o.register = c.register and name_key(o.name) = name_key(c.name) and o.id <> c.id
                                     where c.id = any(:customers) and name_key(c.name) <> ''
                                    union all
                                    select c.customer, o.customer, false
                                      from contact c join contact o on lower(o.email) = lower(c.email) and o.customer <> c.customer
                                     where c.customer = any(:customers)) alike
                              join customer other on other.id = alike.other and other.register = :register
                              group by alike.own, other.id, other.external_id) counted
                        where place <= :most order by own, place""")
                .param("customers", customers.toArray(Long[]::new))
                .param("register", register)
                .param("most", MOST)
                .query(row -> {
                    found.computeIfAbsent(row.getLong("own"), first -> new ArrayList<>())
                            .add(new Resemblance(
                                    row.getString("external_id"),
                                    row.getBoolean("by_name"),
                                    row.getBoolean("by_address")));
                });
        return found;
    }
}
