package fairnotice.process;

import fairnotice.objection.MailingConfirmations;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import org.springframework.stereotype.Component;

/** Has mails sent that ask for the confirmation of an objection and had to wait for a limit. */
@Component
class WaitingConfirmations {

    private static final int AT_ONCE = 50;

    private final MailingConfirmations mailing;
    private final Setbacks setbacks;

    WaitingConfirmations(MailingConfirmations mailing, Workers workers) {
        this.mailing = mailing;
        this.setbacks = workers.setbacks("mail the confirmation of filing");
    }

    /** @return whether any was sent */
    boolean send() {
        return setbacks.each(mailing.due(setbacks.past(AT_ONCE)), String::valueOf, mailing::mail);
    }
}
