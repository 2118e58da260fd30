package fairnotice.process;

import fairnotice.ledger.SealingLedger;
import fairnotice.notice.CuttingTellings;
import fairnotice.notice.NoticingArrivals;
import fairnotice.wakeup.Bell;
import fairnotice.wakeup.WakeUps;
import fairnotice.wakeup.Work;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at the tables, over and over, for facts that wait to be acted on: pages to cut, messages whose outcome is known, mailings that
 * settled, customers that arrived, wishes a process has not heard, entries to seal. Level-triggered: what fails or is interrupted is found
 * again; a bell only says when to look. Each step is a short transaction of its own.
 */
@Component
class Conductor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Conductor.class);
    /** Until it looks once more after it found something or was called: what was about to be committed then is there now. */
    private static final Duration ONCE_MORE = Duration.ofMillis(250);
    /** What is committed within this time of a call is looked for together. */
    private static final long TOGETHER_MILLIS = 50;

    private static final long PAUSE_AFTER_FAILURE_MILLIS = 2_000;

    private final List<BooleanSupplier> steps;
    private final BooleanSupplier rush;
    private final Bell bell;
    private final Duration poll;
    private volatile Thread thread;

    @Autowired
    Conductor(
            CuttingTellings cutting,
            MailingOutcomes outcomes,
            MailingSignals signals,
            NoticingArrivals arrivals,
            OpenWishes wishes,
            CasesToBegin casesToBegin,
            CaseWishes caseWishes,
            CasesOfMovedChanges casesOfMovedChanges,
            DecisionsNotNeeded decisions,
            StaffReminders reminders,
            NewTasks newTasks,
            SealingLedger sealing,
            WakeUps wakeUps,
            ProcessSettings settings) {
        this(
                List.of(
                        cutting::cutNextPage,
                        outcomes::takeBatch,
                        outcomes::takeLate,
                        signals::signalSettled,
                        arrivals::lookForArrivals,
                        wishes::repeat,
                        casesToBegin::begin,
                        caseWishes::tell,
                        casesOfMovedChanges::look,
                        decisions::takeBack,
                        reminders::look,
                        newTasks::look,
                        () -> sealing.seal(SEALED_AT_ONCE) == SEALED_AT_ONCE),
                casesToBegin::mayWait,
                wakeUps.bell(Work.PROCESS),
                settings.poll());
    }

    /** @param rush whether work may wait; it is then looked for at ease, whoever calls */
    Conductor(List<BooleanSupplier> steps, BooleanSupplier rush, Bell bell, Duration poll) {
        this.steps = steps;
        this.rush = rush;
        this.bell = bell;
        this.poll = poll;
    }

    private static final int SEALED_AT_ONCE = 1_000;

    /**
     * Takes every step once, the others too when one fails.
     *
     * @return whether any found something to do; sealing only when it did not come to the end, else every entry would cause another look
     */
    synchronized boolean pass() {
        boolean any = false;
        RuntimeException failure = null;
        for (BooleanSupplier step : steps) {
            try {
                any |= step.getAsBoolean();
            } catch (RuntimeException e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return any;
    }

    private void conduct() {
        boolean again = true;
        while (thread == Thread.currentThread()) {
            try {
                again = pass() || rest(again);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("A step failed and will be tried again: {}", e.toString(), e);
                pauseAfterFailure();
            }
        }
    }

    /** @return whether a look that finds nothing is to be followed by another soon */
    private boolean rest(boolean again) throws InterruptedException {
        if (rush.getAsBoolean()) {
            Thread.sleep(ONCE_MORE.toMillis());
            return true;
        }
        boolean called = bell.await(again ? ONCE_MORE : poll);
        if (called) {
            Thread.sleep(TOGETHER_MILLIS);
        }
        return called;
    }

    private void pauseAfterFailure() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        Thread conductor = new Thread(this::conduct, "conductor");
        thread = conductor;
        conductor.start();
    }

    @Override
    public void stop() {
        Thread conductor = thread;
        thread = null;
        if (conductor != null) {
            conductor.interrupt();
            joined(conductor);
        }
    }

    private static void joined(Thread conductor) {
        try {
            conductor.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
