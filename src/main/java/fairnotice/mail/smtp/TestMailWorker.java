package fairnotice.mail.smtp;

import fairnotice.mailserver.AdoptingEarlierRelay;
import fairnotice.mailserver.DomainRecords;
import fairnotice.mailserver.MailTest;
import fairnotice.mailserver.RecordingTests;
import fairnotice.mailserver.TestingMail;
import fairnotice.worker.Worker;
import fairnotice.worker.Workers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;

/** Hands test mails over, one at a time: those that people ask for, and the first of a relay that the settings name. */
final class TestMailWorker implements SmartLifecycle, Worker.Turn {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);
    /** Turns until it is asked again whether a test is to be made by itself. */
    private static final int SELDOM = 10;

    private final AdoptingEarlierRelay adopting;
    private final TestingMail testing;
    private final RecordingTests recording;
    private final TestMailSender sender;
    private final DomainRecords records;
    private final BooleanSupplier mayAct;
    private final boolean sending;
    private final Workers workers;
    private Worker worker;
    private int turns;

    TestMailWorker(
            AdoptingEarlierRelay adopting,
            TestingMail testing,
            RecordingTests recording,
            TestMailSender sender,
            DomainRecords records,
            BooleanSupplier mayAct,
            boolean sending,
            Workers workers) {
        this.adopting = adopting;
        this.testing = testing;
        this.recording = recording;
        this.sender = sender;
        this.records = records;
        this.mayAct = mayAct;
        this.sending = sending;
        this.workers = workers;
    }

    @Override
    public void take() throws InterruptedException {
        if (mayAct.getAsBoolean()) {
            if (turns == 0) {
                adopting.adopt();
            }
            if (turns++ % SELDOM == 0) {
                testing.byItself();
            }
            Optional<MailTest> next = recording.next();
            if (next.isPresent()) {
                recording.sent(next.get(), sender.send(next.get()));
                sender.relayHost()
                        .ifPresent(host -> recording.looked(
                                next.get(), records.of(next.get().senderDomain(), host)));
                return;
            }
        }
        Thread.sleep(POLL.toMillis());
    }

    @Override
    public boolean isAutoStartup() {
        return sending;
    }

    @Override
    public synchronized void start() {
        worker = workers.start("mail-test", this);
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.cutOff(LONGEST_STOP);
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }
}
