package fairnotice.mail.inbound;

import fairnotice.mail.BounceMailbox;
import fairnotice.mail.MailboxStanding;
import fairnotice.mail.RecordingReports;
import fairnotice.mail.tls.TrustedCertificates;
import fairnotice.mailserver.DomainRecords;
import fairnotice.mailserver.RecordingTests;
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

/** Looks into the mailbox again and again, whatever happened the last time; more often while a test mail is awaited there. */
final class BounceMailboxWatch implements SmartLifecycle, MailboxStanding {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailboxWatch.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);
    /** Until it is asked again whether there is a mailbox, or a test mail is awaited. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Mailboxes mailboxes;
    private final TrustedCertificates trusted;
    private final BooleanSupplier mayAct;
    private final RecordingReports reports;
    private final RecordingTests tests;
    private final DomainRecords records;
    private final Workers workers;
    private final MachineClock machine;
    private volatile Instant lastRead;
    private volatile Instant failingSince;
    private volatile String failure;
    private Worker looking;

    /** @param mayAct asked before every look; reports stay unread while the answer is no */
    BounceMailboxWatch(
            Mailboxes mailboxes,
            TrustedCertificates trusted,
            BooleanSupplier mayAct,
            RecordingReports reports,
            RecordingTests tests,
            DomainRecords records,
            Workers workers,
            MachineClock machine) {
        this.machine = machine;
        this.mailboxes = mailboxes;
        this.trusted = trusted;
        this.mayAct = mayAct;
        this.reports = reports;
        this.tests = tests;
        this.records = records;
        this.workers = workers;
    }

    @Override
    public synchronized void start() {
        looking = workers.start("mail-inbound", new Looking());
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

    private void note(String fault) {
        failure = fault;
        if (fault == null) {
            lastRead = machine.instant();
            failingSince = null;
        } else if (failingSince == null) {
            failingSince = machine.instant();
        }
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

    /** One look after the other, by one thread. */
    private final class Looking implements Worker.Turn {

        private BounceMailbox mailbox;
        private BounceMailboxReader reader;
        private Duration pause = SOON;
        private long lookedAt;

        @Override
        public void take() throws InterruptedException {
            Thread.sleep(pause.toMillis());
            Optional<BounceMailbox> now = mailboxes.current();
            pause = now.map(found -> shorter(found.poll())).orElse(SOON);
            if (now.isPresent() && mayAct.getAsBoolean()) {
                follow(now.get());
                boolean awaited = tests.isAwaiting();
                if (awaited || System.nanoTime() - lookedAt >= mailbox.poll().toNanos()) {
                    lookedAt = System.nanoTime();
                    look(awaited);
                }
            }
        }

        private static Duration shorter(Duration poll) {
            return poll.compareTo(SOON) < 0 ? poll : SOON;
        }

        private void follow(BounceMailbox now) {
            if (mailbox == null || !mailbox.identity().equals(now.identity())) {
                mailbox = now;
                reader = new BounceMailboxReader(now, trusted, reports, tests, records);
                lookedAt = System.nanoTime() - now.poll().toNanos();
            }
        }

        private void look(boolean awaited) {
            String fault = null;
            try {
                reader.look();
            } catch (MessagingException e) {
                fault = MailboxFaults.said(e);
                LOG.warn("The mailbox for delivery reports cannot be read: {}", fault);
            }
            note(fault);
            if (awaited) {
                tests.mailbox(fault);
            }
        }
    }
}
