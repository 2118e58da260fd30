package fairnotice.customer.jdbc;

import fairnotice.customer.InvoiceHolders;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInvoiceHolders implements InvoiceHolders {

    private final JdbcClient jdbc;

    JdbcInvoiceHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Holder> of(String register, Collection<String> invoices) {
        if (invoices.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        with wanted as (select unnest(:invoices::text[]) as invoice)
                        select distinct wanted.invoice, c.id as customer, c.external_id
                        from (select customer, unnest(invoices) as invoice from customer_order
                               where invoices && :invoices::text[]
                              union all
                              select customer, unnest(invoices) from customer_unconfirmed
                               where invoices && :invoices::text[]) held
                        join wanted on wanted.invoice = held.invoice
                        join customer c on c.id = held.customer and c.register = :register
                        order by wanted.invoice, c.id""")
                .param("invoices", invoices.toArray(String[]::new))
                .param("register", register)
                .query(Holder.class)
                .list();
    }
}
