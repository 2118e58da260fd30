package fairnotice.process;

import fairnotice.change.ClassifyingChange;
import fairnotice.change.ReviewDates;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Before the table is asked: the facts of the round, and the days by which it is to be reviewed. */
@Component("readChange")
class ReadChange implements ExecutionListener {

    private final VendorChanges changes;
    private final ClassifyingChange classifying;
    private final ReviewDates reviewDates;

    ReadChange(VendorChanges changes, ClassifyingChange classifying, ReviewDates reviewDates) {
        this.changes = changes;
        this.classifying = classifying;
        this.reviewDates = reviewDates;
    }

    @Override
    public void notify(DelegateExecution execution) {
        VendorChange change = changes.getByReference(execution.getProcessBusinessKey());
        ReviewDates.Due due = reviewDates.due(change.reference());
        execution.setVariables(
                Variables.opening(change, classifying.facts(change.reference()), due.reviewDue(), due.escalates()));
    }
}
