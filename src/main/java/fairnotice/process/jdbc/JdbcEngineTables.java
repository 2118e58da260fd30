package fairnotice.process.jdbc;

import fairnotice.process.EngineTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The engine writes its times in the zone of this JVM, without naming it; they are read the same way. */
@Repository
class JdbcEngineTables implements EngineTables {

    private static final String COLUMNS =
            "select t.id_, t.task_def_key_, e.business_key_, t.create_time_, t.due_date_, t.assignee_ ";

    private static final String TASKS =
            COLUMNS + "from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ ";

    private final JdbcClient jdbc;

    JdbcEngineTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Key by key, so that the index gives each in its order and no more than a page of it is read. */
    @Override
    public List<OpenTask> open(Collection<String> keys, int offset, int limit) {
        return jdbc.sql(COLUMNS + """
                          from unnest(:keys::text[]) as wanted (key),
                               lateral (select * from act_ru_task where task_def_key_ = wanted.key
                                         order by due_date_, create_time_, id_ limit :most) t
                               join act_ru_execution e on e.id_ = t.proc_inst_id_
                         order by t.due_date_, t.create_time_, t.id_ offset :offset limit :limit""")
                .param("keys", keys.toArray(String[]::new))
                .param("most", offset + limit)
                .param("offset", offset)
                .param("limit", limit)
                .query(JdbcEngineTables::task)
                .list();
    }

    @Override
    public Map<String, Long> counts(Collection<String> keys) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("""
                        select task_def_key_, count(*) as tasks from act_ru_task
                         where task_def_key_ = any(:keys) group by task_def_key_""").param("keys", keys.toArray(String[]::new)).query(row -> {
            counts.put(row.getString("task_def_key_"), row.getLong("tasks"));
        });
        return counts;
    }

    @Override
    public List<OpenTask> openAbout(String reference) {
        return jdbc.sql(TASKS + " where e.business_key_ = :reference order by t.create_time_, t.id_")
                .param("reference", reference)
                .query(JdbcEngineTables::task)
                .list();
    }

    @Override
    public Optional<OpenTask> find(String task) {
        return jdbc.sql(TASKS + " where t.id_ = :task")
                .param("task", task)
                .query(JdbcEngineTables::task)
                .optional();
    }

    @Override
    public List<OpenTask> find(Collection<String> tasks) {
        return jdbc.sql(TASKS + " where t.id_ = any(:tasks)")
                .param("tasks", tasks.toArray(String[]::new))
                .query(JdbcEngineTables::task)
                .list();
    }

    @Override
    public Map<String, String> listening(String message) {
        Map<String, String> listening = new HashMap<>();
        jdbc.sql("""
                        select e.id_, e.business_key_
                          from act_ru_event_subscr s join act_ru_execution e on e.id_ = s.proc_inst_id_
                         where s.event_type_ = 'message' and s.event_name_ = :message""").param("message", message).query(row -> {
            listening.put(row.getString("id_"), row.getString("business_key_"));
        });
        return listening;
    }

    private static OpenTask task(ResultSet row, int number) throws SQLException {
        return new OpenTask(
                row.getString("id_"),
                row.getString("task_def_key_"),
                row.getString("business_key_"),
                row.getTimestamp("create_time_").toInstant(),
                instant(row.getTimestamp("due_date_")),
                row.getString("assignee_"));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
