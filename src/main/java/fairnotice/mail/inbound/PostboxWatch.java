package fairnotice.mail.inbound;

import fairnotice.mail.Postbox;
import fairnotice.mail.RecordingReports;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks into the mailbox again and again, whatever happened the last time. */
final class PostboxWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostboxWatch.class);

    private final Optional<Postbox> postbox;
    private final RecordingReports reports;
    private ScheduledExecutorService looking;

    /** @param postbox empty to watch nothing */
    PostboxWatch(Optional<Postbox> postbox, RecordingReports reports) {
        this.postbox = postbox;
        this.reports = reports;
    }

    @Override
    public boolean isAutoStartup() {
        return postbox.isPresent();
    }

    @Override
    public synchronized void start() {
        PostboxReader reader = new PostboxReader(postbox.orElseThrow(), reports);
        long poll = postbox.orElseThrow().poll().toMillis();
        looking = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "mail-inbound");
            thread.setDaemon(true);
            return thread;
        });
        looking.scheduleWithFixedDelay(() -> look(reader), poll, poll, TimeUnit.MILLISECONDS);
    }

    private static void look(PostboxReader reader) {
        try {
            reader.look();
        } catch (MessagingException e) {
            LOG.warn("The mailbox for delivery reports cannot be read: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A delivery report could not be recorded and will be read again", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (looking != null) {
            looking.shutdownNow();
            looking = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }
}
