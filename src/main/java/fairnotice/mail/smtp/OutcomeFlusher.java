package fairnotice.mail.smtp;

import fairnotice.worker.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits the outcomes of all connections together: whoever waits while one commit runs shares the next. */
final class OutcomeFlusher implements Worker.Turn {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeFlusher.class);

    private record Waiting(Attempt attempt, CompletableFuture<Void> committed) {}

    private final Outbox outbox;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();

    OutcomeFlusher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The future completes when the outcome is durable, or exceptionally when it could not be written. */
    CompletableFuture<Void> commit(Attempt attempt) {
        Waiting waiting = new Waiting(attempt, new CompletableFuture<>());
        queue.add(waiting);
        return waiting.committed();
    }

    @Override
    public void take() throws InterruptedException {
        List<Waiting> together = new ArrayList<>();
        together.add(queue.take());
        queue.drainTo(together);
        flush(together);
    }

    private void flush(List<Waiting> together) {
        try {
            outbox.record(together.stream().map(Waiting::attempt).toList());
            together.forEach(waiting -> waiting.committed().complete(null));
        } catch (RuntimeException | Error e) {
            LOG.warn("{} outcomes could not be written: {}", together.size(), e.toString());
            together.forEach(waiting -> waiting.committed().completeExceptionally(e));
        }
    }
}
