package fairnotice.process;

import fairnotice.objection.EndingCases;
import fairnotice.objection.Objections;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Looks for open cases whose change was given up, or announced anew. */
@Component
class CasesOfMovedChanges {

    private static final int AT_ONCE = 100;

    private final Objections objections;
    private final EndingCases ending;

    CasesOfMovedChanges(Objections objections, EndingCases ending) {
        this.objections = objections;
        this.ending = ending;
    }

    /** @return whether there was any */
    boolean look() {
        return each(objections.ofEndedChanges(AT_ONCE), ending::moot)
                | each(objections.ofEarlierRounds(AT_ONCE), ending::askWhetherItStands);
    }

    private static boolean each(List<String> references, Consumer<String> step) {
        references.forEach(step);
        return !references.isEmpty();
    }
}
