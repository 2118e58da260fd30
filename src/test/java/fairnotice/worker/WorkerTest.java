package fairnotice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private static final Backoff SOON = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20));
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Workers workers = new Workers();
    private final AtomicInteger turns = new AtomicInteger();
    private Worker worker;

    @AfterEach
    void end() {
        worker.end(LONG);
    }

    @Test
    void whatever_is_thrown_in_a_turn_the_next_is_taken() {
        Queue<Throwable> thrown = new ConcurrentLinkedQueue<>(List.of(
                new IllegalStateException("a bug"),
                new StackOverflowError(),
                new OutOfMemoryError("not really"),
                new NoClassDefFoundError("Gone"),
                new AssertionError("impossible"),
                new UncheckedIOException(new IOException("checked"))));

        worker = workers.start(
                "test",
                () -> {
                    turns.incrementAndGet();
                    throwNext(thrown);
                    Thread.sleep(1);
                },
                SOON);

        await().atMost(LONG).until(() -> turns.get() > 10);
        assertThat(thrown).isEmpty();
        assertThat(worker.isAlive()).isTrue();
        await().atMost(LONG).until(() -> workers.waiting().isEmpty());
    }

    @Test
    void while_it_fails_everybody_can_see_since_when_how_often_and_why() {
        worker = workers.start(
                "test",
                () -> {
                    turns.incrementAndGet();
                    throw new IllegalStateException("the disk is full");
                },
                SOON);

        await().atMost(LONG).until(() -> turns.get() > 3);
        assertThat(workers.waiting()).singleElement().satisfies(waiting -> {
            assertThat(waiting.setback().item()).isEqualTo("test");
            assertThat(waiting.setback().cause()).contains("the disk is full");
            assertThat(waiting.setback().failures()).isGreaterThanOrEqualTo(3);
        });
        assertThat(workers.alive()).containsExactly("test");
        assertThat(workers.dead()).isEmpty();
    }

    @Test
    void an_interrupt_from_elsewhere_does_not_end_it() {
        Queue<Thread> thread = new ConcurrentLinkedQueue<>();
        worker = workers.start(
                "test",
                () -> {
                    thread.offer(Thread.currentThread());
                    turns.incrementAndGet();
                    Thread.sleep(5);
                },
                SOON);
        await().atMost(LONG).until(() -> turns.get() > 1);

        thread.peek().interrupt();

        int then = turns.get();
        await().atMost(LONG).until(() -> turns.get() > then + 2);
        assertThat(worker.isAlive()).isTrue();
    }

    @Test
    void asked_to_end_it_finishes_its_turn_and_a_turn_that_hangs_is_interrupted() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        worker = workers.start(
                "test",
                () -> {
                    begun.countDown();
                    never.await();
                },
                SOON);
        await().atMost(LONG).until(() -> begun.getCount() == 0);

        worker.end(Duration.ofMillis(50));

        await().atMost(LONG).until(() -> !worker.isAlive());
        assertThat(workers.dead()).as("it was ended, and did not die").isEmpty();
    }

    private static void throwNext(Queue<Throwable> thrown) {
        Throwable next = thrown.poll();
        if (next instanceof RuntimeException exception) {
            throw exception;
        }
        if (next instanceof Error error) {
            throw error;
        }
    }
}
