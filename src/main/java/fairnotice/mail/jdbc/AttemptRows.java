package fairnotice.mail.jdbc;

import fairnotice.mail.smtp.Attempt;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Writes many attempts at once. The common case, nothing deferred and nothing late, is one statement. */
class AttemptRows {

    /**
     * For this transaction, and in the same round trip: a few rows are always found by key, though a planner that has no statistics yet,
     * or kept a plan from when the table was small, would rather walk all of it; and the commit is durable, whatever the database's
     * default.
     */
    private static final String PREPARE = """
            set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off;
            set local synchronous_commit = on;
            """;

    private static final Comparator<Attempt> IN_ORDER =
            Comparator.comparingLong(Attempt::batch).thenComparingInt(Attempt::ordinal);

    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the table, as cancelling does, so that the two never wait for each other. */
    void record(List<Attempt> unordered) {
        List<Attempt> made = unordered.stream().sorted(IN_ORDER).toList();
        messages(made);
        List<Attempt> waiting = made.stream().filter(a -> a.retryIn() != null).toList();
        List<Attempt> late = made.stream().filter(Attempt::late).toList();
        if (!late.isEmpty()) {
            late(late);
            noLongerDeferred(late);
        }
        if (!waiting.isEmpty()) {
            waiting(waiting);
        }
    }

    /** What was handed over stays so, and a report weighs more than a reply. */
    private void messages(List<Attempt> made) {
        with(made, PREPARE + """
                        update mail_message m
                        set state = t.state, reply = t.reply, at = t.at, attempts = m.attempts + 1
                        from unnest(:batches, :ordinals, :states, :replies, cast(:ats as timestamptz[]))
                            as t (batch, ordinal, state, reply, at)
                        where m.batch = t.batch and m.ordinal = t.ordinal
                          and (m.state in ('PENDING', 'DEFERRED')
                               or m.state in ('REFUSED', 'CANCELLED') and t.state <> 'DEFERRED')
                        """).update();
    }

    private void late(List<Attempt> made) {
        with(made, """
                        insert into mail_late (batch, ordinal, state, reply, at)
                        select m.batch, m.ordinal, m.state, m.reply, m.at
                        from unnest(:batches, :ordinals, :states, :replies, cast(:ats as timestamptz[]))
                            as t (batch, ordinal, state, reply, at)
                        join mail_message m on m.batch = t.batch and m.ordinal = t.ordinal and m.state = t.state and m.at = t.at
                        """).update();
    }

    private void noLongerDeferred(List<Attempt> late) {
        List<Attempt> over = late.stream().filter(a -> a.retryIn() == null).toList();
        jdbc.sql("""
                        delete from mail_deferred d using unnest(:batches, :ordinals) as t (batch, ordinal)
                        where d.batch = t.batch and d.ordinal = t.ordinal
                        """)
                .param("batches", column(over, Attempt::batch, Long[]::new))
                .param("ordinals", column(over, Attempt::ordinal, Integer[]::new))
                .update();
    }

    /** Only what came to that: a report may have come between. */
    private void waiting(List<Attempt> made) {
        jdbc.sql("""
                        insert into mail_deferred (batch, ordinal, next_attempt_at, unwritten)
                        select m.batch, m.ordinal, now() + t.millis * interval '1 millisecond', t.unwritten
                        from unnest(:batches, :ordinals, :waits, :unwritten) as t (batch, ordinal, millis, unwritten)
                        join mail_message m on m.batch = t.batch and m.ordinal = t.ordinal
                                           and m.state = case when t.unwritten then 'REFUSED' else 'DEFERRED' end
                        on conflict (batch, ordinal) do update
                        set next_attempt_at = excluded.next_attempt_at, attempts = mail_deferred.attempts + 1,
                            unwritten = excluded.unwritten
                        """)
                .param("batches", column(made, Attempt::batch, Long[]::new))
                .param("ordinals", column(made, Attempt::ordinal, Integer[]::new))
                .param("waits", column(made, a -> a.retryIn().toMillis(), Long[]::new))
                .param("unwritten", column(made, Attempt::unwritten, Boolean[]::new))
                .update();
    }

    private StatementSpec with(List<Attempt> made, String sql) {
        return jdbc.sql(sql)
                .param("batches", column(made, Attempt::batch, Long[]::new))
                .param("ordinals", column(made, Attempt::ordinal, Integer[]::new))
                .param("states", column(made, a -> a.state().name(), String[]::new))
                .param("replies", column(made, Attempt::reply, String[]::new))
                .param("ats", column(made, a -> a.at().toString(), String[]::new));
    }

    private static <T> T[] column(List<Attempt> made, Function<Attempt, T> value, IntFunction<T[]> array) {
        return made.stream().map(value).toArray(array);
    }
}
