package fairnotice.process;

import fairnotice.change.AdvancingChange;
import fairnotice.change.PublishingChange;
import fairnotice.change.Step;
import fairnotice.change.VendorChanges;
import fairnotice.inbox.RemindingOfTasks;
import fairnotice.notice.AnnouncingChange;
import fairnotice.notice.ChangeDates;
import fairnotice.notice.EndingNotices;
import fairnotice.notice.Occasion;
import fairnotice.notice.ReadingNoticePeriods;
import fairnotice.notice.RemindingCustomers;
import fairnotice.notice.TellingInEffect;
import fairnotice.objection.Objections;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The service tasks of {@code vendor-change.bpmn}, one bean each under the name the diagram calls it by: read the reference and round,
 * call the use case, set the verdict. Running instances outlive a version of the diagram, so these names are a public contract.
 */
@Configuration(proxyBeanMethods = false)
class ChangeSteps {

    @Bean
    JavaDelegate recordUnlisted(AdvancingChange advancing, EndingNotices ending) {
        return step -> {
            advancing.advance(reference(step), round(step), Step.RECORDED_UNLISTED);
            ending.end(reference(step), Occasion.WITHDRAWAL);
        };
    }

    @Bean
    JavaDelegate remindReviewers(RemindingOfTasks reminding) {
        return step -> reminding.remind(reference(step));
    }

    @Bean
    JavaDelegate escalateReview(RemindingOfTasks reminding) {
        return step -> reminding.remind(reference(step));
    }

    @Bean
    JavaDelegate announceChange(AnnouncingChange announcing) {
        return step -> announcing.announce(reference(step), round(step));
    }

    @Bean
    JavaDelegate followClocks(AdvancingChange advancing, ReadingNoticePeriods clocks) {
        return step -> {
            advancing.advance(reference(step), round(step), Step.IN_NOTICE);
            clocks.dates(reference(step)).ifPresent(dates -> step.setVariables(Variables.dates(dates)));
        };
    }

    @Bean
    JavaDelegate askClocks(ReadingNoticePeriods clocks) {
        return step -> {
            clocks.dates(reference(step)).ifPresent(dates -> step.setVariables(Variables.dates(dates)));
            step.setVariable("noticeOver", clocks.isOver(reference(step)));
        };
    }

    @Bean
    JavaDelegate remindCustomers(RemindingCustomers reminding, ReadingNoticePeriods clocks) {
        return step -> {
            reminding.remind(reference(step), round(step));
            clocks.dates(reference(step)).ifPresent(dates -> step.setVariables(Variables.dates(dates)));
        };
    }

    @Bean
    JavaDelegate checkOpenPoints(
            AdvancingChange advancing,
            ReadingNoticePeriods clocks,
            Objections objections,
            VendorChanges changes,
            Clock clock) {
        return step -> {
            boolean unreached = clocks.dates(reference(step))
                    .map(dates -> dates.unstarted() > 0)
                    .orElse(false);
            boolean open = unreached || objections.anyInTheWay(reference(step), clock.instant());
            if (open) {
                advancing.advance(reference(step), round(step), Step.PUT_TO_DECISION);
            }
            step.setVariable("openPoints", open);
            step.setVariable("inUse", changes.getByReference(reference(step)).isPublished());
        };
    }

    @Bean
    JavaDelegate publishChange(PublishingChange publishing, ReadingNoticePeriods clocks, Clock clock) {
        return step -> {
            Optional<String> missing = publishing.publish(reference(step), round(step));
            if (missing.isPresent()) {
                throw new BpmnError(Ids.NOT_YET, missing.get());
            }
            Optional<ChangeDates> dates = clocks.dates(reference(step));
            dates.ifPresent(known -> step.setVariables(Variables.dates(known)));
            step.setVariable(
                    "windowOpen",
                    dates.map(known -> clock.instant().isBefore(known.objectionsCloseAt()))
                            .orElse(false));
            step.setVariable("inUse", true);
        };
    }

    @Bean
    JavaDelegate tellInEffect(TellingInEffect telling) {
        return step -> telling.tell(reference(step), round(step));
    }

    @Bean
    JavaDelegate closeChange(AdvancingChange advancing) {
        return step -> advancing.advance(reference(step), round(step), Step.CLOSED);
    }

    @Bean
    JavaDelegate tellWithdrawal(EndingNotices ending) {
        return step -> ending.end(reference(step), Occasion.WITHDRAWAL);
    }

    @Bean
    JavaDelegate supersedeNotices(EndingNotices ending) {
        return step -> ending.end(reference(step), Occasion.AMENDMENT);
    }

    private static String reference(DelegateExecution step) {
        return step.getProcessBusinessKey();
    }

    private static int round(DelegateExecution step) {
        return (Integer) step.getVariable(Variables.ROUND);
    }
}
