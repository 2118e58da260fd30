package fairnotice.process.jdbc;

import fairnotice.access.Scope;
import fairnotice.process.EngineTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The engine writes its times in the zone of this JVM, without naming it; they are read the same way. */
@Repository
class JdbcEngineTables implements EngineTables {

    private static final String COLUMNS =
            "select t.id_, t.task_def_key_, e.business_key_, s.register, t.create_time_, t.due_date_, t.assignee_ ";

    private static final String CASE = """
             join act_ru_execution e on e.id_ = t.proc_inst_id_
             join subject_register s on s.subject = e.business_key_
            """;

    private static final String TASKS = COLUMNS + "from act_ru_task t" + CASE;

    private final JdbcClient jdbc;

    JdbcEngineTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Key by key, so that the index gives each in its order and no more than a page of it is read; of some registers alone, what lies
     * between the tasks of the page is looked at too.
     */
    @Override
    public List<OpenTask> open(Map<String, Scope> keys, int offset, int limit) {
        Wanted wanted = Wanted.of(keys);
        return jdbc.sql(COLUMNS + """
                          from unnest(:keys::text[], :registers::text[]) as wanted (key, register),
                               lateral (select * from act_ru_task task where task_def_key_ = wanted.key
                                           and (wanted.register is null or wanted.register = (
                                                select s.register
                                                  from act_ru_execution e join subject_register s on s.subject = e.business_key_
                                                 where e.id_ = task.proc_inst_id_))
                                         order by due_date_, create_time_, id_ limit :most) t
                        """ + CASE
                        + " order by t.due_date_, t.create_time_, t.id_ offset :offset limit :limit")
                .param("keys", wanted.keys())
                .param("registers", wanted.registers())
                .param("most", offset + limit)
                .param("offset", offset)
                .param("limit", limit)
                .query(JdbcEngineTables::task)
                .list();
    }

    @Override
    public Map<String, Long> counts(Map<String, Scope> keys) {
        Map<Boolean, Map<String, Scope>> byScope = keys.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        key -> key.getValue().all(), Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Map<String, Long> counts = new HashMap<>();
        count("", byScope.get(true), counts);
        count(CASE + " and s.register = wanted.register", byScope.get(false), counts);
        return counts;
    }

    private void count(String within, Map<String, Scope> keys, Map<String, Long> counts) {
        if (keys.isEmpty()) {
            return;
        }
        Wanted wanted = Wanted.of(keys);
        jdbc.sql("""
                        select t.task_def_key_, count(*) as tasks
                          from unnest(:keys::text[], :registers::text[]) as wanted (key, register)
                          join act_ru_task t on t.task_def_key_ = wanted.key
                        """ + within + " group by t.task_def_key_")
                .param("keys", wanted.keys())
                .param("registers", wanted.registers())
                .query(row -> {
                    counts.put(row.getString("task_def_key_"), row.getLong("tasks"));
                });
    }

    /** Each key once for all registers, which is null, or once for each of its own. */
    private record Wanted(String[] keys, String[] registers) {

        static Wanted of(Map<String, Scope> scopes) {
            List<String> keys = new ArrayList<>();
            List<String> registers = new ArrayList<>();
            scopes.forEach((key, scope) -> (scope.all() ? Arrays.asList((String) null) : scope.registers())
                    .forEach(register -> {
                        keys.add(key);
                        registers.add(register);
                    }));
            return new Wanted(keys.toArray(String[]::new), registers.toArray(String[]::new));
        }
    }

    @Override
    public List<OpenTask> openAbout(String reference) {
        return jdbc.sql(TASKS + " where e.business_key_ = :reference order by t.create_time_, t.id_")
                .param("reference", reference)
                .query(JdbcEngineTables::task)
                .list();
    }

    @Override
    public List<OpenTask> find(Collection<String> tasks) {
        return jdbc.sql(TASKS + " where t.id_ = any(:tasks)")
                .param("tasks", tasks.toArray(String[]::new))
                .query(JdbcEngineTables::task)
                .list();
    }

    @Override
    public List<Listening> listening(String message) {
        return jdbc.sql("""
                        select distinct e.id_, e.business_key_, coalesce(v.long_, 1) as round
                          from act_ru_event_subscr s join act_ru_execution e on e.id_ = s.proc_inst_id_
                          left join act_ru_variable v on v.execution_id_ = e.id_ and v.name_ = 'round'
                         where s.event_type_ = 'message' and s.event_name_ = :message""")
                .param("message", message)
                .query((row, number) ->
                        new Listening(row.getString("id_"), row.getString("business_key_"), row.getInt("round")))
                .list();
    }

    private static OpenTask task(ResultSet row, int number) throws SQLException {
        return new OpenTask(
                row.getString("id_"),
                row.getString("task_def_key_"),
                row.getString("business_key_"),
                row.getString("register"),
                row.getTimestamp("create_time_").toInstant(),
                instant(row.getTimestamp("due_date_")),
                row.getString("assignee_"));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
