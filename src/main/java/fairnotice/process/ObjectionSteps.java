package fairnotice.process;

import fairnotice.objection.AdvancingObjection;
import fairnotice.termination.RefundStatement;
import fairnotice.termination.Termination;
import fairnotice.termination.Terminations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The service tasks of {@code objection.bpmn}, one bean each under the name the diagram calls it by: call the use case, then read where the
 * case stands. Running instances outlive a version of the diagram, so these names are a public contract.
 */
@Configuration(proxyBeanMethods = false)
class ObjectionSteps {

    private final ObjectionFacts facts;

    ObjectionSteps(ObjectionFacts facts) {
        this.facts = facts;
    }

    @Bean
    JavaDelegate acknowledgeObjection(AdvancingObjection advancing) {
        return step(advancing::acknowledge);
    }

    @Bean
    JavaDelegate tellHeard(AdvancingObjection advancing) {
        return step(advancing::tellAdmitted);
    }

    @Bean
    JavaDelegate tellRefused(AdvancingObjection advancing) {
        return step(advancing::tellRefused);
    }

    @Bean
    JavaDelegate closeRefused(AdvancingObjection advancing) {
        return step(advancing::closeRefused);
    }

    @Bean
    JavaDelegate tellOffer(AdvancingObjection advancing) {
        return step(advancing::tellOffer);
    }

    @Bean
    JavaDelegate remindOfOffer(AdvancingObjection advancing) {
        return step(advancing::remindOfOffer);
    }

    @Bean
    JavaDelegate closeSearch(AdvancingObjection advancing) {
        return step(advancing::closeSearch);
    }

    @Bean
    JavaDelegate tellUnsettled(AdvancingObjection advancing) {
        return step(advancing::tellUnsettled);
    }

    @Bean
    JavaDelegate remindOfElection(AdvancingObjection advancing) {
        return step(advancing::remindOfElection);
    }

    @Bean
    JavaDelegate lapseObjection(AdvancingObjection advancing) {
        return step(advancing::lapse);
    }

    @Bean
    JavaDelegate tellCaseEnd(AdvancingObjection advancing) {
        return step(advancing::tellEnd);
    }

    @Bean
    JavaDelegate closeTerminated(AdvancingObjection advancing, Terminations terminations) {
        return step(reference -> {
            Optional<Termination> paid = terminations.of(reference);
            advancing.closeTerminated(
                    reference,
                    () -> paid.map(RefundStatement::refunded).orElse(List.of()),
                    () -> paid.map(RefundStatement::allUnits).orElse(List.of()),
                    paid.filter(Termination::isApprovedLower).isPresent());
        });
    }

    private JavaDelegate step(Consumer<String> useCase) {
        return execution -> {
            String reference = execution.getProcessBusinessKey();
            useCase.accept(reference);
            setChanged(execution, facts.of(reference));
        };
    }

    /** The engine writes whatever is set, the same value too; most steps move one or two of them. */
    private static void setChanged(DelegateExecution execution, Map<String, Object> variables) {
        variables.forEach((name, value) -> {
            if (!value.equals(execution.getVariable(name))) {
                execution.setVariable(name, value);
            }
        });
    }
}
