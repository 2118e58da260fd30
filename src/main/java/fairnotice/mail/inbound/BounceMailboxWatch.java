package fairnotice.mail.inbound;

import fairnotice.mail.BounceMailbox;
import fairnotice.mail.MailboxStanding;
import fairnotice.mail.RecordingReports;
import fairnotice.timekeeping.MachineClock;
import fairnotice.worker.Worker;
import fairnotice.worker.Workers;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks into the mailbox again and again, whatever happened the last time. */
final class BounceMailboxWatch implements SmartLifecycle, MailboxStanding {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailboxWatch.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);

    private final Optional<BounceMailbox> postbox;
    private final BooleanSupplier mayAct;
    private final RecordingReports reports;
    private final Workers workers;
    private final MachineClock machine;
    private volatile Instant lastRead;
    private volatile Instant failingSince;
    private volatile String failure;
    private Worker looking;

    /**
     * @param postbox empty to watch nothing
     * @param mayAct asked before every look; reports stay unread while the answer is no
     */
    BounceMailboxWatch(
            Optional<BounceMailbox> postbox,
            BooleanSupplier mayAct,
            RecordingReports reports,
            Workers workers,
            MachineClock machine) {
        this.machine = machine;
        this.mayAct = mayAct;
        this.postbox = postbox;
        this.reports = reports;
        this.workers = workers;
    }

    @Override
    public boolean isAutoStartup() {
        return postbox.isPresent();
    }

    @Override
    public synchronized void start() {
        BounceMailboxReader reader = new BounceMailboxReader(postbox.orElseThrow(), reports);
        long poll = postbox.orElseThrow().poll().toMillis();
        looking = workers.start("mail-inbound", () -> {
            Thread.sleep(poll);
            look(reader);
        });
    }

    private void look(BounceMailboxReader reader) {
        try {
            if (mayAct.getAsBoolean()) {
                reader.look();
                lastRead = machine.instant();
                failingSince = null;
            }
        } catch (MessagingException e) {
            LOG.warn("The mailbox for delivery reports cannot be read: {}", e.getMessage());
            failure = e.getMessage();
            failingSince = failingSince == null ? machine.instant() : failingSince;
        }
    }

    @Override
    public Optional<Outage> outage() {
        return Optional.ofNullable(failingSince)
                .map(since -> new Outage(Duration.between(since, machine.instant()), failure));
    }

    @Override
    public Optional<Instant> lastRead() {
        return Optional.ofNullable(lastRead);
    }

    @Override
    public synchronized void stop() {
        if (looking != null) {
            looking.cutOff(LONGEST_STOP);
            looking = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }
}
