package fairnotice.process;

import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.mail.Mailing;
import fairnotice.mail.Mailings;
import fairnotice.notice.Dispatch;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells processes which mailings have settled. A signal that found nobody waiting yet is tried again. */
@Component
class SettledMailingRelay {

    private static final int AT_ONCE = 50;

    private final Mailings mailings;
    private final VendorChanges changes;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final Setbacks setbacks;

    SettledMailingRelay(
            Mailings mailings,
            VendorChanges changes,
            RuntimeService runtime,
            TransactionTemplate transaction,
            Workers workers) {
        this.mailings = mailings;
        this.changes = changes;
        this.runtime = runtime;
        this.transaction = transaction;
        this.setbacks = workers.setbacks("go on after the mailing");
    }

    /** @return whether any signal was heard or found to be nobody's */
    boolean signalSettled() {
        return setbacks.each(
                mailings.settled(setbacks.past(AT_ONCE)),
                Mailing::key,
                mailing -> Boolean.TRUE.equals(transaction.execute(tx -> isSignalled(mailing))));
    }

    private boolean isSignalled(Mailing mailing) {
        boolean done = isHeardOrNobodys(mailing);
        if (done) {
            mailings.signalled(mailing.id());
        }
        return done;
    }

    private boolean isHeardOrNobodys(Mailing mailing) {
        if (changes.find(mailing.about()).isEmpty()) {
            return true;
        }
        VendorChange change = changes.lock(mailing.about());
        int round = change.round().number();
        boolean awaited = change.state() == ChangeState.ANNOUNCING
                && mailing.key().equals(Dispatch.announcementKey(change.reference(), round));
        return !awaited || heard(change.reference(), round);
    }

    /** Correlated with the round: a settled mailing of round 1 says nothing about round 2. */
    private boolean heard(String reference, int round) {
        return !runtime.createMessageCorrelation(Ids.MAILING_SETTLED)
                .processInstanceBusinessKey(reference)
                .processInstanceVariableEquals(Variables.ROUND, round)
                .correlateAllWithResult()
                .isEmpty();
    }
}
