package fairnotice.process;

import fairnotice.objection.AdvancingCase;
import fairnotice.termination.Statement;
import fairnotice.termination.Termination;
import fairnotice.termination.Terminations;
import java.util.List;
import java.util.Map;
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
class CaseSteps {

    private final CaseFacts facts;

    CaseSteps(CaseFacts facts) {
        this.facts = facts;
    }

    @Bean
    JavaDelegate acknowledgeObjection(AdvancingCase advancing) {
        return step(advancing::acknowledge);
    }

    @Bean
    JavaDelegate tellHeard(AdvancingCase advancing) {
        return step(advancing::tellAdmitted);
    }

    @Bean
    JavaDelegate tellRefused(AdvancingCase advancing) {
        return step(advancing::tellRefused);
    }

    @Bean
    JavaDelegate closeRefused(AdvancingCase advancing) {
        return step(advancing::closeRefused);
    }

    @Bean
    JavaDelegate tellOffer(AdvancingCase advancing) {
        return step(advancing::tellOffer);
    }

    @Bean
    JavaDelegate remindOfOffer(AdvancingCase advancing) {
        return step(advancing::remindOfOffer);
    }

    @Bean
    JavaDelegate closeSearch(AdvancingCase advancing) {
        return step(advancing::closeSearch);
    }

    @Bean
    JavaDelegate tellUnsettled(AdvancingCase advancing) {
        return step(advancing::tellUnsettled);
    }

    @Bean
    JavaDelegate remindOfElection(AdvancingCase advancing) {
        return step(advancing::remindOfElection);
    }

    @Bean
    JavaDelegate lapseObjection(AdvancingCase advancing) {
        return step(advancing::lapse);
    }

    @Bean
    JavaDelegate tellCaseEnd(AdvancingCase advancing) {
        return step(advancing::tellEnd);
    }

    @Bean
    JavaDelegate closeTerminated(AdvancingCase advancing, Terminations terminations) {
        return step(reference -> advancing.closeTerminated(
                reference,
                terminations.of(reference).map(Statement::refunded).orElse(List.of()),
                terminations.of(reference).map(Statement::allUnits).orElse(List.of()),
                terminations.of(reference).filter(Termination::isApprovedLower).isPresent()));
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
