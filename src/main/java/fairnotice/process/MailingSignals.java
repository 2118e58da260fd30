package fairnotice.process;

import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.mail.Mailing;
import fairnotice.mail.Mailings;
import fairnotice.notice.Telling;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells processes which mailings have settled. A signal that found nobody waiting yet is tried again. */
@Component
class MailingSignals {

    private static final int AT_ONCE = 50;

    private final Mailings mailings;
    private final VendorChanges changes;
    private final RuntimeService runtime;

    MailingSignals(Mailings mailings, VendorChanges changes, RuntimeService runtime) {
        this.mailings = mailings;
        this.changes = changes;
        this.runtime = runtime;
    }

    /** @return whether any signal was heard or found to be nobody's */
    @Transactional
    public boolean signalSettled() {
        boolean any = false;
        List<Mailing> settled = mailings.settled(AT_ONCE);
        for (Mailing mailing : settled) {
            if (isHeardOrNobodys(mailing)) {
                mailings.signalled(mailing.id());
                any = true;
            }
        }
        return any;
    }

    private boolean isHeardOrNobodys(Mailing mailing) {
        if (changes.find(mailing.about()).isEmpty()) {
            return true;
        }
        VendorChange change = changes.hold(mailing.about());
        int round = change.round().number();
        boolean awaited = change.state() == ChangeState.ANNOUNCING
                && mailing.key().equals(Telling.announcementKey(change.reference(), round));
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
