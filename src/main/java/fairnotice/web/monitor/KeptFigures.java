package fairnotice.web.monitor;

import fairnotice.inbox.Figures;
import fairnotice.inbox.ReadingFigures;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The figures as they were a quarter of a minute ago at most: however many ask, they are read once, and whoever asks while the database is away
 * waits for a second at most and gets what was known.
 */
@Component
class KeptFigures {

    private static final Logger LOG = LoggerFactory.getLogger(KeptFigures.class);
    private static final long FRESH = Duration.ofSeconds(15).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Supplier<Figures> reading;
    private final LongSupplier nanoTime;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "figures");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Figures known;
    private Future<?> underWay;
    private long begunAt;

    @Autowired
    KeptFigures(ReadingFigures reading) {
        this(reading::read, System::nanoTime);
    }

    KeptFigures(Supplier<Figures> reading, LongSupplier nanoTime) {
        this.reading = reading;
        this.nanoTime = nanoTime;
    }

    /** Empty until they were read for the first time. */
    Optional<Figures> now() {
        Future<?> begun = begin();
        if (begun != null) {
            await(begun);
        }
        return Optional.ofNullable(known);
    }

    /** Null where they are fresh, or somebody else has begun to read them. */
    private synchronized Future<?> begin() {
        long now = nanoTime.getAsLong();
        boolean reads = underWay != null && !underWay.isDone();
        if (reads || underWay != null && now - begunAt < FRESH) {
            return null;
        }
        begunAt = now;
        underWay = reader.submit(this::read);
        return underWay;
    }

    private void read() {
        try {
            known = reading.get();
        } catch (RuntimeException e) {
            LOG.warn("The figures could not be read: {}", e.toString());
        }
    }

    private static void await(Future<?> begun) {
        try {
            begun.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.debug("The figures take longer than {}", PATIENCE);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Reading tells of its failures itself", e);
        }
    }

    @PreDestroy
    void end() {
        reader.shutdownNow();
    }
}
