package fairnotice.process;

import fairnotice.change.ChangeProcess;
import fairnotice.change.VendorChanges;
import fairnotice.notice.MovedClocks;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the processes of changes that clocks of their notices have moved: once for all that moved, and under the change's lock. */
@Component
class ClocksThatMoved {

    private static final int AT_ONCE = 100;

    private final MovedClocks moved;
    private final VendorChanges changes;
    private final ChangeProcess process;
    private final TransactionTemplate transaction;
    private final Setbacks setbacks;

    ClocksThatMoved(
            MovedClocks moved,
            VendorChanges changes,
            ChangeProcess process,
            TransactionTemplate transaction,
            Workers workers) {
        this.moved = moved;
        this.changes = changes;
        this.process = process;
        this.transaction = transaction;
        this.setbacks = workers.setbacks("move the dates of");
    }

    /** @return whether any had moved */
    boolean tell() {
        return setbacks.each(moved.waiting(setbacks.past(AT_ONCE)), reference -> reference, this::tell);
    }

    private boolean tell(String reference) {
        transaction.executeWithoutResult(tx -> {
            changes.lock(reference);
            moved.take(reference);
            process.datesMoved(reference);
        });
        return true;
    }
}
