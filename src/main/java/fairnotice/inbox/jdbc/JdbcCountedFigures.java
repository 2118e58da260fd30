package fairnotice.inbox.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.inbox.CountedFigures;
import fairnotice.inbox.Figures.Counted;
import fairnotice.inbox.Figures.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCountedFigures implements CountedFigures {

    /** Messages are never deleted, and only those of some days say how mail goes. */
    private static final Duration RECENT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCountedFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Mail(Map<String, Long> states, Instant oldestWaiting) {}

    @Override
    public Counted count() {
        Instant now = clock.instant();
        Mail mail = mail(now);
        return jdbc.sql("""
                        select (select count(*) from notice
                                 where superseded_at is null and started_at is not null and notice_ends_at > :now) as notices,
                               (select count(*) from reach_task where ended_at is null) as unreached,
                               (select count(*) from objection where settled_at is null) as objections,
                               (select count(*) from objection
                                 where settled_at is null and due_at <= :now) as late,
                               (select count(*) from ledger_pending) as unsealed,
                               (select min(e.at) from ledger_pending p join ledger_entry e on e.id = p.entry_id) as oldest
                        """)
                .param("now", now)
                .query((row, n) -> new Counted(
                        row.getLong("notices"),
                        row.getLong("unreached"),
                        mail.states(),
                        age(mail.oldestWaiting(), now),
                        new Tally(row.getLong("objections"), row.getLong("late")),
                        row.getLong("unsealed"),
                        age(instant(row, "oldest"), now)))
                .single();
    }

    private Mail mail(Instant now) {
        Map<String, Long> states = new HashMap<>();
        Instant[] oldest = {null};
        jdbc.sql("""
                        select m.state, count(*) as messages, min(g.created_at) as oldest
                          from mailing g join mail_batch b on b.mailing = g.id join mail_message m on m.batch = b.id
                         where g.created_at > :since group by m.state""").param("since", now.minus(RECENT)).query(row -> {
            String state = row.getString("state");
            states.put(state, row.getLong("messages"));
            if (state.equals("PENDING") || state.equals("DEFERRED")) {
                Instant at = instant(row, "oldest");
                oldest[0] = oldest[0] == null || at.isBefore(oldest[0]) ? at : oldest[0];
            }
        });
        return new Mail(states, oldest[0]);
    }

    private static Duration age(Instant since, Instant now) {
        return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }
}
