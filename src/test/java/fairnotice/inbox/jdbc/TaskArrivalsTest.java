package fairnotice.inbox.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.RealDatabase;
import fairnotice.inbox.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** New tasks stand in a table from the transaction that makes them until the one that tells of them. */
class TaskArrivalsTest {

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private static DataSource database;

    private final JdbcClient jdbc = RealDatabase.client(database);
    private final JdbcTaskArrivals arrivals = new JdbcTaskArrivals(jdbc);
    private final ReachTasks toReach = new ReachTasks(jdbc, Clock.systemUTC());

    @BeforeAll
    static void migrate() {
        database = RealDatabase.fresh();
        RealDatabase.client(database)
                .sql("alter table reach_task drop constraint reach_task_notice_fkey")
                .update();
    }

    @BeforeEach
    void nothing_waits() {
        jdbc.sql("truncate task_arrival, reach_task").update();
        jdbc.sql("delete from act_ru_task").update();
    }

    @Test
    void all_are_taken_once_when_the_oldest_has_waited_for_two_minutes() {
        arrived("first", 119);
        arrived("second", 1);
        assertThat(take(TWO_MINUTES)).isEmpty();

        jdbc.sql("update task_arrival set arrived_at = arrived_at - interval '2 seconds'")
                .update();

        assertThat(take(TWO_MINUTES)).containsExactly("first", "second");
        assertThat(take(Duration.ZERO)).isEmpty();
    }

    @Test
    void what_was_taken_in_vain_waits_on() {
        arrived("first", 121);

        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(killed -> {
            assertThat(take(TWO_MINUTES)).containsExactly("first");
            killed.setRollbackOnly();
        });

        assertThat(take(TWO_MINUTES)).containsExactly("first");
    }

    @Test
    void a_task_of_the_engine_arrives_with_the_transaction_that_makes_it() {
        jdbc.sql("insert into act_ru_task (id_, rev_, priority_, suspension_state_) values ('t-1', 1, 50, 1)")
                .update();

        assertThat(take(Duration.ZERO)).containsExactly("t-1");
    }

    @Test
    void a_customer_to_be_reached_arrives_and_does_so_again_when_it_is_to_be_reached_again() {
        jdbc.sql("""
                        insert into vendor_change (reference, register, state, round, created_at)
                        values ('ACME-1', 'acme', 'IN_NOTICE', 1, now()) on conflict do nothing""").update();
        jdbc.sql("insert into reach_task (notice, reference, round, created_at) values (12, 'ACME-1', 1, now())")
                .update();
        assertThat(take(Duration.ZERO)).containsExactly("reach-12");
        assertThat(toReach.find(List.of("reach-11", "reach-12", "t-1")))
                .extracting(Task::subject)
                .containsExactly("12");

        jdbc.sql("update reach_task set ended_at = now()").update();
        assertThat(take(Duration.ZERO)).isEmpty();
        assertThat(toReach.find(List.of("reach-12"))).isEmpty();
        jdbc.sql("update reach_task set ended_at = null").update();
        assertThat(take(Duration.ZERO)).containsExactly("reach-12");
    }

    private List<String> take(Duration collected) {
        return arrivals.take(arrivals.waiting(collected));
    }

    private void arrived(String task, int secondsAgo) {
        jdbc.sql("insert into task_arrival values (:task, now() - make_interval(secs => :ago))")
                .param("task", task)
                .param("ago", secondsAgo)
                .update();
    }
}
