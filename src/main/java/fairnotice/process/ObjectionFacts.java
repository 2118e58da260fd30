package fairnotice.process;

import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.ReadingObjection;
import fairnotice.termination.Termination;
import fairnotice.termination.Terminations;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads from the tables what the engine holds of an objection. */
@Component
class ObjectionFacts {

    private final ReadingObjection reading;
    private final Terminations terminations;

    ObjectionFacts(ReadingObjection reading, Terminations terminations) {
        this.reading = reading;
        this.terminations = terminations;
    }

    /** For a case whose process begins. */
    Map<String, Object> opening(Objection objection) {
        return ObjectionVariables.opening(reading.standing(objection));
    }

    /** For a case that has moved. */
    Map<String, Object> of(String reference) {
        ReadingObjection.Standing standing = reading.standing(reference);
        Map<String, Object> variables = ObjectionVariables.of(standing);
        if (standing.objection().state() == ObjectionState.TERMINATING) {
            terminations
                    .of(reference)
                    .map(Termination::reference)
                    .ifPresent(termination -> variables.put(ObjectionVariables.TERMINATION, termination));
        }
        return variables;
    }
}
