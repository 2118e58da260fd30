package fairnotice.objection.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.access.Scope;
import fairnotice.objection.Disputes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDisputes implements Disputes {

    private static final String WAITING = """
             from objection_message m join objection o on o.id = m.objection
            where m.kind = 'DISPUTED'
              and not exists (select from objection_message answer
                               where answer.objection = m.objection and answer.id > m.id and answer.kind = 'ASKED')
            """;

    private static final String WITHIN = " and (:all or o.register = any(:registers::text[])) ";

    private static final String EACH = "select o.reference, o.register, o.policy_version, min(m.at) as since ";

    private static final String GROUPED = " group by o.id, o.reference, o.register, o.policy_version ";

    private static final String OLDEST_FIRST = GROUPED + " order by since, o.reference ";

    private final JdbcClient jdbc;

    JdbcDisputes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Unanswered> unanswered(Scope within, int offset, int limit) {
        return jdbc.sql(EACH + WAITING + WITHIN + OLDEST_FIRST + " offset :offset limit :limit")
                .param("all", within.all())
                .param("registers", within.array())
                .param("offset", offset)
                .param("limit", limit)
                .query(JdbcDisputes::unanswered)
                .list();
    }

    @Override
    public List<Unanswered> unanswered(Collection<String> references) {
        return references.isEmpty()
                ? List.of()
                : jdbc.sql(EACH + WAITING + " and o.reference in (:references) " + OLDEST_FIRST)
                        .param("references", references)
                        .query(JdbcDisputes::unanswered)
                        .list();
    }

    @Override
    public List<Unanswered> untold() {
        return jdbc.sql(EACH + WAITING + GROUPED + """
                        having not exists (select from missed_day
                                            where objection = o.id and due_at > min(m.at))
                         order by since, o.reference""")
                .query(JdbcDisputes::unanswered)
                .list();
    }

    @Override
    public long count(Scope within) {
        return jdbc.sql("select count(distinct o.id) " + WAITING + WITHIN)
                .param("all", within.all())
                .param("registers", within.array())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Answered> answered(String reference) {
        return jdbc.sql("""
                        select m.author, m.at from objection_message m join objection o on o.id = m.objection
                         where o.reference = :reference and m.kind = 'ASKED'
                           and exists (select from objection_message disputed
                                        where disputed.objection = m.objection and disputed.id < m.id
                                          and disputed.kind = 'DISPUTED')
                         order by m.id desc limit 1""")
                .param("reference", reference)
                .query((row, number) -> new Answered(row.getString("author"), instant(row, "at")))
                .optional();
    }

    private static Unanswered unanswered(ResultSet row, int number) throws SQLException {
        return new Unanswered(
                row.getString("reference"),
                row.getString("register"),
                row.getInt("policy_version"),
                instant(row, "since"));
    }
}
