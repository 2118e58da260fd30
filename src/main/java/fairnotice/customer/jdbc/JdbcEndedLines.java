package fairnotice.customer.jdbc;

import static fairnotice.sql.Columns.texts;

import fairnotice.customer.EndedLine;
import fairnotice.customer.EndedLines;
import fairnotice.customer.ImportedCustomers;
import fairnotice.refusal.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEndedLines implements EndedLines {

    private final JdbcClient jdbc;
    private final ImportedCustomers customers;

    JdbcEndedLines(JdbcClient jdbc, ImportedCustomers customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    @Override
    public void add(long customer, List<EndedLine> ended) {
        customers.lock(register(customer));
        try {
            jdbc.sql("""
                            insert into ended_line (customer, order_id, line_id, last_day, ended_by)
                            select :customer, order_id, line_id, last_day::date, ended_by
                              from unnest(:orders::text[], :lines::text[], :lastDays::text[], :by::text[])
                                   as ended (order_id, line_id, last_day, ended_by)""")
                    .param("customer", customer)
                    .param("orders", texts(ended, EndedLine::order))
                    .param("lines", texts(ended, EndedLine::line))
                    .param("lastDays", texts(ended, line -> line.lastDay().toString()))
                    .param("by", texts(ended, EndedLine::by))
                    .update();
        } catch (DuplicateKeyException twice) {
            throw Refused.conflict("refused.termination.lines-just-ended");
        }
        jdbc.sql("update customer set revision = nextval('customer_revision') where id = :id")
                .param("id", customer)
                .update();
    }

    @Override
    public Map<String, List<EndedLine>> of(String register, Collection<String> customers) {
        Map<String, List<EndedLine>> byCustomer = new HashMap<>();
        jdbc.sql("""
                        select external_id, order_id, line_id, last_day, ended_by
                          from ended_line join customer on customer.id = ended_line.customer
                         where register = :register and external_id = any(:customers)""")
                .param("register", register)
                .param("customers", customers.toArray(String[]::new))
                .query(row -> {
                    byCustomer
                            .computeIfAbsent(row.getString("external_id"), first -> new ArrayList<>())
                            .add(new EndedLine(
                                    row.getString("order_id"),
                                    row.getString("line_id"),
                                    row.getObject("last_day", LocalDate.class),
                                    row.getString("ended_by")));
                });
        return byCustomer;
    }

    private String register(long customer) {
        return jdbc.sql("select register from customer where id = :id")
                .param("id", customer)
                .query(String.class)
                .single();
    }
}
