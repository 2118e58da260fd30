package fairnotice.termination;

import org.springframework.stereotype.Service;

/**
 * Which refunds of nothing finance confirms. What is not paid has no second person otherwise, and one person may have written what it rests on.
 */
@Service
class RefundsOfNothing {

    private final ReadingDataChanges changed;

    RefundsOfNothing(ReadingDataChanges changed) {
        this.changed = changed;
    }

    /**
     * Where something was paid for what ends, or whoever judges a refund is shown changes of the customer's data. A promise that gives no
     * refund leaves nothing to judge: it rests on no data.
     */
    boolean areForFinance(Termination elected) {
        Worksheet sheet = elected.worksheet();
        return !sheet.isRefundDue()
                && sheet.refundOwed()
                && (sheet.isAnythingPaid() || !changed.of(elected).entries().isEmpty());
    }
}
