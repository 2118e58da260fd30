package fairnotice.notice.jdbc;

import fairnotice.notice.MovedClocks;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMovedClocks implements MovedClocks {

    private final JdbcClient jdbc;

    JdbcMovedClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void note(Collection<String> references) {
        if (!references.isEmpty()) {
            jdbc.sql("insert into moved_clock (reference) select unnest(:references)")
                    .param("references", references.toArray(String[]::new))
                    .update();
        }
    }

    @Override
    public List<String> waiting(int limit) {
        return jdbc.sql("select distinct reference from moved_clock order by reference limit :limit")
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public void take(String reference) {
        jdbc.sql("delete from moved_clock where reference = :reference")
                .param("reference", reference)
                .update();
    }
}
