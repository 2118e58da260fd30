package fairnotice.process;

import fairnotice.mail.FinishedBatch;
import fairnotice.mail.MailingOwner;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outcome;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the owners of mailings what became of their messages: first batch by batch, then one by one what comes later. */
@Component
class MailingOutcomes {

    private static final int LATE = 500;

    private final Mailings mailings;
    private final List<MailingOwner> owners;

    MailingOutcomes(Mailings mailings, List<MailingOwner> owners) {
        this.mailings = mailings;
        this.owners = owners;
    }

    /** Tells of one finished batch. @return whether there was one */
    @Transactional
    public boolean takeBatch() {
        List<FinishedBatch> finished = mailings.finishedBatches(1);
        for (FinishedBatch batch : finished) {
            owners.stream()
                    .filter(owner -> owner.owns(batch.mailingKey()))
                    .forEach(owner -> owner.heard(mailings.outcomes(batch.id())));
            mailings.reported(batch.id());
        }
        return !finished.isEmpty();
    }

    /** Tells of outcomes that came after their batch: a deferred message handed over, a bounce. @return whether there were any */
    @Transactional
    public boolean takeLate() {
        List<Outcome> late = mailings.lateOutcomes(LATE);
        owners.forEach(owner -> tell(
                owner,
                late.stream()
                        .filter(outcome -> owner.owns(outcome.mailingKey()))
                        .toList()));
        return !late.isEmpty();
    }

    private static void tell(MailingOwner owner, List<Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            owner.heard(outcomes);
        }
    }
}
