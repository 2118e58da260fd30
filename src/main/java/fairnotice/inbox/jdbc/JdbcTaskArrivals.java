package fairnotice.inbox.jdbc;

import fairnotice.inbox.TaskArrivals;
import java.time.Duration;
import java.util.Collection;
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
    public List<String> waiting(Duration collected) {
        return jdbc.sql("""
                        select task from task_arrival
                        where exists (select from task_arrival where arrived_at <= now() - make_interval(secs => :seconds))
                        order by arrived_at, task
                        """)
                .param("seconds", collected.toMillis() / 1_000.0)
                .query(String.class)
                .list();
    }

    @Override
    public List<String> take(Collection<String> ids) {
        return jdbc.sql("""
                        with taken as (
                            delete from task_arrival where task in (
                                select task from task_arrival where task = any(:ids) for update skip locked)
                            returning task, arrived_at)
                        select task from taken order by arrived_at, task
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
