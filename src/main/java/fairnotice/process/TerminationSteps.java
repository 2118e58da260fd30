package fairnotice.process;

import fairnotice.termination.ConfirmingTermination;
import fairnotice.termination.RefundDates;
import fairnotice.termination.Termination;
import fairnotice.termination.TerminationState;
import fairnotice.termination.Terminations;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code termination.bpmn}, one bean each under the name the diagram calls it by; the business key is the termination's
 * reference. Running instances outlive a version of the diagram, so these names are a public contract.
 */
@Configuration(proxyBeanMethods = false)
class TerminationSteps {

    /** The refund was worked out and stored when it was elected, as the customer saw it; here the process learns whether finance judges it. */
    @Bean
    JavaDelegate calculateRefund(Terminations terminations, RefundDates dates) {
        return step -> step.setVariables(refund(terminations.getByReference(step.getProcessBusinessKey()), dates));
    }

    /** After people judged the refund: what the table says of it by now. */
    @Bean
    ExecutionListener readRefund(Terminations terminations, RefundDates dates) {
        return task -> task.setVariables(refund(terminations.getByReference(task.getProcessBusinessKey()), dates));
    }

    @Bean
    JavaDelegate confirmTermination(ConfirmingTermination confirming) {
        return step -> confirming.confirm(step.getProcessBusinessKey());
    }

    private static Map<String, Object> refund(Termination termination, RefundDates dates) {
        RefundDates.Due due = dates.due(termination.reference());
        boolean open = termination.state() == TerminationState.CALCULATED;
        return Map.of(
                "approvalNeeded",
                open,
                "refundDue",
                termination.isRefundDue(),
                "altered",
                termination.state() == TerminationState.ALTERED,
                "verdict",
                open ? "return" : "approve",
                "approvalDueAt",
                Date.from(due.approvalDue()),
                "paymentDueAt",
                Date.from(due.paymentDue()));
    }
}
