package fairnotice.process;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.RealDatabase;
import fairnotice.wakeup.Bell;
import fairnotice.wakeup.Listening;
import fairnotice.wakeup.WakeUps;
import fairnotice.wakeup.Work;
import fairnotice.worker.Workers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConductorTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final BlockingQueue<Long> found = new LinkedBlockingQueue<>();
    private final WakeUps wakeUps = new WakeUps();
    private Conductor conductor;

    @AfterEach
    void stop() {
        conductor.stop();
    }

    @Test
    void a_fact_another_connection_commits_is_acted_on_though_the_next_look_is_an_hour_away() throws Exception {
        DataSource database = RealDatabase.fresh();
        JdbcClient other = RealDatabase.client(database);
        Bell listens = wakeUps.bell(Work.PROCESS);
        try (Listening listening = new Listening(database, wakeUps)) {
            assertThat(listens.await(Duration.ofSeconds(30))).isTrue();
            conducting(() -> newCustomers(other), NEVER);
            awaitsACall();

            other.sql(
                            "insert into customer (register, external_id, name, plan, since) values ('acme', 'c1', 'C', 'p', now())")
                    .update();

            assertThat(found.poll(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void a_fact_nobody_told_of_is_found_by_the_slower_look() throws Exception {
        DataSource database = RealDatabase.fresh();
        JdbcClient other = RealDatabase.client(database);
        conducting(() -> newCustomers(other), Duration.ofMillis(100));
        awaitsACall();

        other.sql(
                        "insert into customer (register, external_id, name, plan, since) values ('acme', 'c1', 'C', 'p', now())")
                .update();

        assertThat(found.poll(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void what_may_wait_is_looked_for_again_without_a_call() throws Exception {
        BlockingQueue<Boolean> rush = new LinkedBlockingQueue<>(List.of(true, true, true));
        BlockingQueue<Boolean> looks = new LinkedBlockingQueue<>();

        conductor = new Conductor(
                List.of(new Conductor.Step("look", () -> looks.add(true) && false)),
                () -> true,
                () -> rush.poll() != null,
                wakeUps.bell(Work.PROCESS),
                NEVER,
                new Workers());
        conductor.start();

        for (int look = 1; look <= 5; look++) {
            assertThat(looks.poll(30, TimeUnit.SECONDS)).as("look " + look).isTrue();
        }
    }

    @Test
    void a_step_that_fails_keeps_no_other_from_its_turns_and_has_its_own_again() throws Exception {
        BlockingQueue<Boolean> others = new LinkedBlockingQueue<>();
        BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>(
                List.of(new IllegalStateException("a bad row"), new StackOverflowError("deep")));
        Workers workers = new Workers();
        conductor = new Conductor(
                List.of(
                        new Conductor.Step("fail", () -> thrown(failures)),
                        new Conductor.Step("look", () -> others.add(true) && false)),
                () -> true,
                () -> false,
                wakeUps.bell(Work.PROCESS),
                Duration.ofMillis(20),
                workers);
        conductor.start();

        for (int look = 1; look <= 20; look++) {
            assertThat(others.poll(1, TimeUnit.SECONDS)).as("look " + look).isTrue();
        }
        assertThat(workers.waiting()).singleElement().satisfies(waiting -> {
            assertThat(waiting.setback().item()).isEqualTo("fail");
            assertThat(waiting.setback().cause()).contains("a bad row");
        });
        assertThat(failures).as("tried again after a pause, not at once").hasSize(1);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(failures::isEmpty);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> workers.waiting().isEmpty());
    }

    private static boolean thrown(BlockingQueue<Throwable> failures) {
        Throwable next = failures.poll();
        if (next instanceof RuntimeException failure) {
            throw failure;
        }
        if (next instanceof Error error) {
            throw error;
        }
        return false;
    }

    @Test
    void no_step_is_taken_while_it_may_not_act() throws Exception {
        BlockingQueue<Boolean> taken = new LinkedBlockingQueue<>();
        AtomicBoolean mayAct = new AtomicBoolean();
        conductor = new Conductor(
                List.of(new Conductor.Step("take", () -> taken.add(true) && false)),
                mayAct::get,
                () -> false,
                wakeUps.bell(Work.PROCESS),
                Duration.ofMillis(50),
                new Workers());
        conductor.start();
        assertThat(taken.poll(1, TimeUnit.SECONDS)).isNull();

        mayAct.set(true);

        assertThat(taken.poll(30, TimeUnit.SECONDS)).isTrue();
    }

    private void conducting(BooleanSupplier step, Duration poll) {
        conductor = new Conductor(
                List.of(new Conductor.Step("look", step)),
                () -> true,
                () -> false,
                wakeUps.bell(Work.PROCESS),
                poll,
                new Workers());
        conductor.start();
    }

    /** It has looked in vain and waits for as long as its setting says. */
    private void awaitsACall() throws InterruptedException {
        assertThat(found.poll(1, TimeUnit.SECONDS)).isNull();
    }

    private boolean newCustomers(JdbcClient jdbc) {
        long customers =
                jdbc.sql("select count(*) from customer").query(Long.class).single();
        return customers > 0 && found.isEmpty() && found.add(customers);
    }
}
