package fairnotice.process;

import fairnotice.ledger.SealingLedger;
import fairnotice.notice.CuttingTellings;
import fairnotice.notice.NoticingArrivals;
import fairnotice.notice.StartingClocks;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at the tables, over and over, for facts that wait to be acted on: pages to cut, messages whose outcome is known, mailings that
 * settled, customers that arrived, wishes a process has not heard, entries to seal. Level-triggered: what fails or is interrupted is found
 * again. Each step is a short transaction of its own.
 */
@Component
class Conductor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Conductor.class);
    private static final long PAUSE_MILLIS = 250;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 2_000;

    private final List<BooleanSupplier> steps;
    private volatile Thread thread;

    Conductor(
            CuttingTellings cutting,
            StartingClocks starting,
            MailingSignals signals,
            NoticingArrivals arrivals,
            OpenWishes wishes,
            CasesToBegin casesToBegin,
            CaseWishes caseWishes,
            CasesOfMovedChanges casesOfMovedChanges,
            DecisionsNotNeeded decisions,
            StaffReminders reminders,
            SealingLedger sealing) {
        this.steps = List.of(
                cutting::cutNextPage,
                starting::takeBatch,
                starting::takeLate,
                signals::signalSettled,
                arrivals::lookForArrivals,
                wishes::repeat,
                casesToBegin::begin,
                caseWishes::tell,
                casesOfMovedChanges::look,
                decisions::takeBack,
                reminders::look,
                () -> sealing.seal(SEALED_AT_ONCE) == SEALED_AT_ONCE);
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
        while (thread == Thread.currentThread()) {
            try {
                if (!pass()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("A step failed and will be tried again: {}", e.toString(), e);
                pauseAfterFailure();
            }
        }
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
