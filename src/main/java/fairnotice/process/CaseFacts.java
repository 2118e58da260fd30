package fairnotice.process;

import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.ReadingCase;
import fairnotice.termination.Termination;
import fairnotice.termination.Terminations;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads from the tables what the engine holds of an objection. */
@Component
class CaseFacts {

    private final ReadingCase reading;
    private final Terminations terminations;

    CaseFacts(ReadingCase reading, Terminations terminations) {
        this.reading = reading;
        this.terminations = terminations;
    }

    /** For a case whose process begins. */
    Map<String, Object> opening(Objection objection) {
        return CaseVariables.opening(reading.standing(objection));
    }

    /** For a case that has moved. */
    Map<String, Object> of(String reference) {
        ReadingCase.Standing standing = reading.standing(reference);
        Map<String, Object> variables = CaseVariables.of(standing);
        if (standing.objection().state() == ObjectionState.TERMINATING) {
            terminations
                    .of(reference)
                    .map(Termination::reference)
                    .ifPresent(termination -> variables.put(CaseVariables.TERMINATION, termination));
        }
        return variables;
    }
}
