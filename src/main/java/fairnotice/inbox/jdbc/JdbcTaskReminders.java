package fairnotice.inbox.jdbc;

import fairnotice.inbox.TaskReminders;
import fairnotice.sql.Locks;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTaskReminders implements TaskReminders {

    private final JdbcClient jdbc;

    JdbcTaskReminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock() {
        Locks.hold(jdbc, "task_reminder");
    }

    @Override
    public Set<String> add(Stage stage, Collection<String> tasks, Instant at) {
        return Set.copyOf(jdbc.sql("""
                        insert into task_reminder (task, stage, at)
                        select unnest(:tasks::text[]), :stage, :at
                        on conflict do nothing returning task""")
                .param("tasks", tasks.toArray(String[]::new))
                .param("stage", stage.name())
                .param("at", at)
                .query(String.class)
                .list());
    }
}
