package fairnotice.process;

import fairnotice.ledger.SealingLedger;
import fairnotice.timekeeping.NodeClock;
import fairnotice.wakeup.Bell;
import fairnotice.wakeup.WakeUps;
import fairnotice.wakeup.Work;
import fairnotice.worker.Backoff;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Worker;
import fairnotice.worker.Workers;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at the tables, over and over, for facts that wait to be acted on: pages to cut, messages whose outcome is known, mailings that
 * settled, customers that arrived, messages a process has not heard, entries to seal. Level-triggered: what fails or is interrupted is found
 * again; a bell only says when to look. Each step takes its items one by one, each in a short transaction of its own, and sets aside those
 * that fail; a step that fails as a whole is set aside itself, and the others go on.
 */
@Component
class Conductor implements SmartLifecycle {

    /** Until it looks once more after it found something or was called: what was about to be committed then is there now. */
    private static final Duration ONCE_MORE = Duration.ofMillis(250);
    /** What is committed within this time of a call is looked for together. */
    private static final long TOGETHER_MILLIS = 50;

    private static final int SEALED_AT_ONCE = 1_000;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

    /** @param name what it does, for people: "seal the ledger" */
    record Step(String name, BooleanSupplier look) {}

    private final List<Step> steps;
    private final BooleanSupplier mayAct;
    private final BooleanSupplier rush;
    private final Bell bell;
    private final Duration poll;
    private final Workers workers;
    private final Setbacks failing;
    private Worker worker;
    private boolean again = true;

    @Autowired
    Conductor(
            DispatchesToExpand tellings,
            MailingOutcomes outcomes,
            ClocksThatMoved movedClocks,
            SettledMailingRelay settledMailings,
            Arrivals arrivals,
            ChangeMessageRelay changeMessages,
            ObjectionProcessStarter objectionsToBegin,
            ObjectionMessageRelay objectionMessages,
            ObjectionsOfMovedChanges objectionsOfMovedChanges,
            ExemptionsThatEnd exemptions,
            MissedDaysToTell missedDays,
            MissedRefundDays missedRefundDays,
            OrdersThatEnd orders,
            LateNoticesThatEnd lateNotices,
            ObsoleteGoLiveDecisions decisions,
            AnnouncementsThatWaited announcements,
            StaffReminders reminders,
            NewTasks newTasks,
            OldDrafts oldDrafts,
            WaitingConfirmations confirmations,
            OldLimits oldLimits,
            SealingLedger sealing,
            NodeClock clock,
            WakeUps wakeUps,
            ProcessSettings settings,
            Workers workers) {
        this(
                List.of(
                        new Step("look for announcements to send", tellings::cut),
                        new Step("look for sent batches", outcomes::takeBatches),
                        new Step("look for later outcomes", outcomes::takeLate),
                        new Step("look for moved clocks", movedClocks::tell),
                        new Step("look for settled mailings", settledMailings::signalSettled),
                        new Step("look for new customers", arrivals::look),
                        new Step("look for withdrawn and amended changes", changeMessages::repeat),
                        new Step("look for new objections", objectionsToBegin::begin),
                        new Step("look for customers' steps", objectionMessages::tell),
                        new Step("look for objections to moved changes", objectionsOfMovedChanges::look),
                        new Step("look for exemptions that end", exemptions::look),
                        new Step("look for days that were missed", missedDays::look),
                        new Step("look for refunds that are late", missedRefundDays::look),
                        new Step("look for terminated orders that end", orders::look),
                        new Step("look for notices that end after the go-live", lateNotices::look),
                        new Step("look for decisions not needed", decisions::takeBack),
                        new Step("look for announcements that waited for mail", announcements::look),
                        new Step("remind staff", reminders::look),
                        new Step("tell staff of new tasks", newTasks::look),
                        new Step("delete old drafts", oldDrafts::forget),
                        new Step("mail confirmations that waited", confirmations::send),
                        new Step("delete old limits", oldLimits::forget),
                        new Step("seal the ledger", () -> sealing.seal(SEALED_AT_ONCE) == SEALED_AT_ONCE)),
                clock::mayAct,
                objectionsToBegin::mayWait,
                wakeUps.bell(Work.PROCESS),
                settings.poll(),
                workers);
    }

    /**
     * @param mayAct asked before every step; nothing is looked for while the answer is no
     * @param rush whether work may wait; it is then looked for at ease, whoever calls
     */
    Conductor(
            List<Step> steps, BooleanSupplier mayAct, BooleanSupplier rush, Bell bell, Duration poll, Workers workers) {
        this.steps = steps;
        this.mayAct = mayAct;
        this.rush = rush;
        this.bell = bell;
        this.poll = poll;
        this.workers = workers;
        this.failing = workers.setbacks("", PAUSES);
    }

    /**
     * Takes every step once, but for those that failed a moment ago.
     *
     * @return whether any found something to do; sealing only when it did not come to the end, else every entry would cause another look
     */
    synchronized boolean pass() {
        return failing.each(
                steps, Step::name, step -> mayAct.getAsBoolean() && step.look().getAsBoolean());
    }

    /** Whether a pass finds nothing to do, and none of its steps fails. */
    boolean isQuiet() {
        return !pass() && failing.standing().isEmpty();
    }

    private void conduct() throws InterruptedException {
        again = pass() || rest();
    }

    /** @return whether a look that finds nothing is to be followed by another soon */
    private boolean rest() throws InterruptedException {
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

    @Override
    public void start() {
        worker = workers.start("conductor", this::conduct);
    }

    @Override
    public void stop() {
        if (worker != null) {
            worker.cutOff(LONGEST_STOP);
            worker = null;
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
