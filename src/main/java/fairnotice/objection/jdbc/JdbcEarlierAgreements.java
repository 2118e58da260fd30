package fairnotice.objection.jdbc;

import fairnotice.change.SameVendor;
import fairnotice.objection.EarlierAgreements;
import fairnotice.objection.Objection;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEarlierAgreements implements EarlierAgreements {

    private static final String CHANGES = """
            vendor_change e
            join vendor_change_round er on er.reference = e.reference and er.number = e.round
            join vendor_change l on l.register = e.register and (l.created_at, l.reference) > (e.created_at, e.reference)
            join vendor_change_round lr on lr.reference = l.reference and lr.number = l.round
             and er.proposal ->> 'kind' = any(:kinds) and lr.proposal ->> 'kind' = any(:kinds) and er.vendors && lr.vendors
            """;

    private static final String BEFORE = "select o.*, l.reference as later from objection o join (" + CHANGES + """
            ) on e.reference = o.change_reference
             where %s and o.state in ('RESOLVED', 'EXEMPTED') and l.reference = any(:changes)
             order by o.settled_at desc, o.id desc""";

    private static final String[] KINDS =
            SameVendor.BRINGING.stream().map(Enum::name).toArray(String[]::new);

    private final JdbcClient jdbc;

    JdbcEarlierAgreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Agreed> before(Collection<String> changes, Collection<Long> customers) {
        return before(jdbc.sql(BEFORE.formatted("o.customer = any(:customers)"))
                .param("customers", customers.toArray(Long[]::new))
                .param("changes", changes.toArray(String[]::new)));
    }

    @Override
    public List<Agreed> before(String change) {
        return before(jdbc.sql(BEFORE.formatted("o.customer is not null")).param("changes", new String[] {change}));
    }

    private static List<Agreed> before(JdbcClient.StatementSpec asked) {
        return asked.param("kinds", KINDS)
                .query((row, number) -> new Agreed(row.getString("later"), ObjectionRows.objection(row, number)))
                .list();
    }

    @Override
    public List<String> after(Objection agreed) {
        return jdbc.sql("select l.reference from " + CHANGES
                        + " where e.reference = :change order by l.created_at desc, l.reference desc")
                .param("kinds", KINDS)
                .param("change", agreed.change())
                .query(String.class)
                .list();
    }
}
