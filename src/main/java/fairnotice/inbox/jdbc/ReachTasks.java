package fairnotice.inbox.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.access.Scope;
import fairnotice.inbox.EndedTask;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.inbox.Tasks;
import fairnotice.notice.Notice;
import fairnotice.notice.UnreachedCustomers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tasks "reach the customer": one a notice, never a process instance of their own. */
@Repository
class ReachTasks implements Tasks, UnreachedCustomers {

    private static final String PREFIX = "reach-";
    private static final String OPEN = """
            select t.*, c.register from reach_task t join vendor_change c on c.reference = t.reference
             where t.ended_at is null
            """;
    private static final String WITHIN = " and (:all or c.register = any(:registers::text[])) ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReachTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void unreached(Notice notice) {
        jdbc.sql("""
                        insert into reach_task (notice, reference, round, created_at)
                        values (:notice, :reference, :round, :at)
                        on conflict (notice) do update set created_at = excluded.created_at, ended_at = null
                         where reach_task.ended_at is not null""")
                .param("notice", notice.id())
                .param("reference", notice.reference())
                .param("round", notice.round())
                .param("at", clock.instant())
                .update();
    }

    @Override
    public void settled(long notice) {
        end("notice = :notice", Map.of("notice", notice));
    }

    @Override
    public void settled(String reference, int round) {
        end("reference = :reference and round = :round", Map.of("reference", reference, "round", round));
    }

    private void end(String which, Map<String, ?> params) {
        jdbc.sql("update reach_task set ended_at = :at where ended_at is null and " + which)
                .param("at", clock.instant())
                .params(params)
                .update();
    }

    @Override
    public Map<TaskKind, Long> counts(Map<TaskKind, Scope> kinds) {
        return kinds.containsKey(TaskKind.REACH_CUSTOMER)
                ? Map.of(TaskKind.REACH_CUSTOMER, count(kinds.get(TaskKind.REACH_CUSTOMER)))
                : Map.of();
    }

    private long count(Scope within) {
        return jdbc.sql("select count(*) from (" + OPEN + WITHIN + ") as open")
                .param("all", within.all())
                .param("registers", within.array())
                .query(Long.class)
                .single();
    }

    @Override
    public List<Task> open(Map<TaskKind, Scope> kinds, int offset, int limit) {
        Scope within = kinds.getOrDefault(TaskKind.REACH_CUSTOMER, Scope.NONE);
        if (within.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(OPEN + WITHIN + " order by t.created_at, t.notice offset :offset limit :limit")
                .param("all", within.all())
                .param("registers", within.array())
                .param("offset", offset)
                .param("limit", limit)
                .query(ReachTasks::task)
                .list();
    }

    @Override
    public List<Task> openAbout(String reference) {
        return jdbc.sql(OPEN + " and t.reference = :reference order by t.created_at, t.notice")
                .param("reference", reference)
                .query(ReachTasks::task)
                .list();
    }

    @Override
    public List<Task> find(Collection<String> ids) {
        return jdbc.sql(OPEN + " and t.notice = any(:notices)")
                .param(
                        "notices",
                        ids.stream().flatMap(id -> notice(id).stream()).toArray(Long[]::new))
                .query(ReachTasks::task)
                .list();
    }

    @Override
    public Optional<EndedTask> ended(String id) {
        return notice(id)
                .flatMap(notice -> jdbc.sql("select reference, ended_at from reach_task where notice = :notice")
                        .param("notice", notice)
                        .query((row, number) ->
                                new EndedTask(row.getString("reference"), null, null, null, instant(row, "ended_at")))
                        .optional());
    }

    @Override
    public void complete(String id, String outcome, Map<String, Object> verdicts, String by) {
        notice(id).ifPresent(this::settled);
    }

    private static Optional<Long> notice(String id) {
        return id.matches(PREFIX + "\\d{1,18}")
                ? Optional.of(Long.valueOf(id.substring(PREFIX.length())))
                : Optional.empty();
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        long notice = row.getLong("notice");
        return new Task(
                PREFIX + notice,
                TaskKind.REACH_CUSTOMER,
                row.getString("reference"),
                row.getString("register"),
                String.valueOf(notice),
                instant(row, "created_at"),
                null,
                null);
    }
}
