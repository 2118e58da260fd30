package fairnotice.process;

import fairnotice.mail.FinishedBatch;
import fairnotice.mail.LateOutcome;
import fairnotice.mail.MailingOwner;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outcome;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the owners of mailings what became of their messages: first batch by batch, then one by one what comes later. An outcome that its
 * owner cannot take is put off and told again; its batch does not wait for it.
 */
@Component
class MailingOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(MailingOutcomes.class);
    private static final int LATE = 500;

    private final Mailings mailings;
    private final List<MailingOwner> owners;
    private final TransactionTemplate transaction;
    private final Setbacks batches;
    private final Setbacks late;

    MailingOutcomes(Mailings mailings, List<MailingOwner> owners, TransactionTemplate transaction, Workers workers) {
        this.mailings = mailings;
        this.owners = owners;
        this.transaction = transaction;
        this.batches = workers.setbacks("take the outcomes of");
        this.late = workers.setbacks("take the outcome of");
    }

    /** Tells of one finished batch. @return whether there was one */
    boolean takeBatches() {
        for (FinishedBatch batch : mailings.finishedBatches(batches.past(1))) {
            if (batches.attempt("batch " + batch.id() + " of " + batch.mailingKey(), () -> takeBatch(batch))) {
                return true;
            }
        }
        return false;
    }

    private boolean takeBatch(FinishedBatch batch) {
        try {
            transaction.executeWithoutResult(tx -> {
                tell(mailings.outcomes(batch.id()));
                mailings.reported(batch.id());
            });
        } catch (TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Some outcomes of batch {} could not be taken and are told again: {}", batch.id(), e.toString(), e);
            putOff(batch);
        }
        return true;
    }

    private void putOff(FinishedBatch batch) {
        List<Outcome> untaken = untaken(mailings.outcomes(batch.id()));
        transaction.executeWithoutResult(tx -> {
            mailings.putOff(batch.id(), untaken);
            mailings.reported(batch.id());
        });
    }

    /** Told by halves, down to those that cannot be taken alone. */
    private List<Outcome> untaken(List<Outcome> outcomes) {
        try {
            transaction.executeWithoutResult(tx -> tell(outcomes));
            return List.of();
        } catch (TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            int half = outcomes.size() / 2;
            return half == 0
                    ? outcomes
                    : Stream.concat(
                                    untaken(outcomes.subList(0, half)).stream(),
                                    untaken(outcomes.subList(half, outcomes.size())).stream())
                            .toList();
        }
    }

    /** Tells of outcomes that came after their batch: a deferred message handed over, a bounce. @return whether there were any */
    boolean takeLate() {
        return late.together(mailings.lateOutcomes(late.past(LATE)), LateOutcome::message, this::takeLate);
    }

    private void takeLate(List<LateOutcome> outcomes) {
        transaction.executeWithoutResult(tx ->
                tell(mailings.takeLate(outcomes.stream().map(LateOutcome::id).toList())));
    }

    private void tell(List<Outcome> outcomes) {
        for (MailingOwner owner : owners) {
            List<Outcome> own = outcomes.stream()
                    .filter(outcome -> owner.owns(outcome.mailingKey()))
                    .toList();
            if (!own.isEmpty()) {
                owner.heard(own);
            }
        }
    }
}
