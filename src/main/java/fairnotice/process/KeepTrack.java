package fairnotice.process;

import fairnotice.change.ClassifyingChange;
import fairnotice.change.Track;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** After the table was asked: its answer and its reason are kept. */
@Component("keepTrack")
class KeepTrack implements ExecutionListener {

    private final ClassifyingChange classifying;

    KeepTrack(ClassifyingChange classifying) {
        this.classifying = classifying;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String reference = execution.getProcessBusinessKey();
        Map<?, ?> answer = (Map<?, ?>) execution.getVariable("classification");
        classifying.keep(
                reference,
                Track.valueOf((String) answer.get("track")),
                (String) answer.get("reason"),
                classifying.facts(reference).newFacts());
    }
}
