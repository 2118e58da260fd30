package fairnotice.inbox.jdbc;

import fairnotice.inbox.TaskArrivals;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By the database's clock alone, so that nodes need not agree about the time. */
@Repository
class JdbcTaskArrivals implements TaskArrivals {

    private final JdbcClient jdbc;

    JdbcTaskArrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> take(Duration collected) {
        return jdbc.sql("""
                        with taken as (
                            delete from task_arrival
                             where exists (select from task_arrival
                                            where arrived_at <= now() - make_interval(secs => :seconds))
                            returning task, arrived_at)
                        select task from taken order by arrived_at, task""")
                .param("seconds", collected.toMillis() / 1_000.0)
                .query(String.class)
                .list();
    }
}
