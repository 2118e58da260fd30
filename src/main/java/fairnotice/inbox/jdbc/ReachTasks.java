package fairnotice.inbox.jdbc;

import fairnotice.inbox.EndedTask;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.inbox.Tasks;
import fairnotice.notice.Notice;
import fairnotice.notice.UnreachedCustomers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tasks "reach the customer": one a notice, never a process instance of their own. */
@Repository
class ReachTasks implements Tasks, UnreachedCustomers {

    private static final String PREFIX = "reach-";
    private static final String OPEN = "select * from reach_task where ended_at is null";

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
                .param("at", Timestamp.from(clock.instant()))
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
                .param("at", Timestamp.from(clock.instant()))
                .params(params)
                .update();
    }

    @Override
    public Map<TaskKind, Long> counts(Set<TaskKind> kinds) {
        return kinds.contains(TaskKind.REACH_CUSTOMER)
                ? Map.of(
                        TaskKind.REACH_CUSTOMER,
                        jdbc.sql("select count(*) from reach_task where ended_at is null")
                                .query(Long.class)
                                .single())
                : Map.of();
    }

    @Override
    public List<Task> open(Set<TaskKind> kinds, int offset, int limit) {
        if (!kinds.contains(TaskKind.REACH_CUSTOMER)) {
            return List.of();
        }
        return jdbc.sql(OPEN + " order by created_at, notice offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(ReachTasks::task)
                .list();
    }

    @Override
    public List<Task> openAbout(String reference) {
        return jdbc.sql(OPEN + " and reference = :reference order by created_at, notice")
                .param("reference", reference)
                .query(ReachTasks::task)
                .list();
    }

    @Override
    public Optional<Task> find(String id) {
        return notice(id)
                .flatMap(notice -> jdbc.sql(OPEN + " and notice = :notice")
                        .param("notice", notice)
                        .query(ReachTasks::task)
                        .optional());
    }

    @Override
    public List<Task> find(Collection<String> ids) {
        return jdbc.sql(OPEN + " and notice = any(:notices)")
                .param(
                        "notices",
                        ids.stream().flatMap(id -> notice(id).stream()).toArray(Long[]::new))
                .query(ReachTasks::task)
                .list();
    }

    @Override
    public Optional<EndedTask> ended(String id) {
        return notice(id)
                .flatMap(notice -> jdbc.sql("select ended_at from reach_task where notice = :notice")
                        .param("notice", notice)
                        .query((row, number) -> new EndedTask(
                                null, null, row.getTimestamp("ended_at").toInstant()))
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
                String.valueOf(notice),
                row.getTimestamp("created_at").toInstant(),
                null,
                null);
    }
}
