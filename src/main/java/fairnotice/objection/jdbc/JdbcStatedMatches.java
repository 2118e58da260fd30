package fairnotice.objection.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.objection.StatedMatch;
import fairnotice.objection.StatedMatches;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStatedMatches implements StatedMatches {

    private final JdbcClient jdbc;

    JdbcStatedMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<StatedMatch> of(long objection) {
        return jdbc.sql("select * from objection_match_stated where objection = :objection")
                .param("objection", objection)
                .query((row, n) -> new StatedMatch(
                        row.getLong("objection"),
                        row.getLong("customer"),
                        row.getString("stated_by"),
                        instant(row, "stated_at")))
                .optional();
    }

    @Override
    public void save(StatedMatch match) {
        jdbc.sql("""
                        insert into objection_match_stated (objection, customer, stated_by, stated_at)
                        values (:objection, :customer, :by, :at)
                        on conflict (objection) do update
                           set customer = excluded.customer, stated_by = excluded.stated_by, stated_at = excluded.stated_at""")
                .param("objection", match.objection())
                .param("customer", match.customer())
                .param("by", match.by())
                .param("at", match.at())
                .update();
    }

    @Override
    public void remove(long objection) {
        jdbc.sql("delete from objection_match_stated where objection = :objection")
                .param("objection", objection)
                .update();
    }
}
