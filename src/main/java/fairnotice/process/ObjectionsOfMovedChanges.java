package fairnotice.process;

import fairnotice.objection.EndingObjections;
import fairnotice.objection.Objections;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Workers;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Looks for open cases whose change was given up, or announced anew. */
@Component
class ObjectionsOfMovedChanges {

    private static final int AT_ONCE = 100;

    private final Objections objections;
    private final EndingObjections ending;
    private final Setbacks moot;
    private final Setbacks asked;

    ObjectionsOfMovedChanges(Objections objections, EndingObjections ending, Workers workers) {
        this.objections = objections;
        this.ending = ending;
        this.moot = workers.setbacks("close, as its change was withdrawn,");
        this.asked = workers.setbacks("ask whether it stands for the amended change");
    }

    /** @return whether there was any */
    boolean look() {
        return moot.each(
                        objections.ofEndedChanges(moot.past(AT_ONCE)),
                        ObjectionsOfMovedChanges::itself,
                        ended(ending::moot))
                | asked.each(
                        objections.ofEarlierRounds(asked.past(AT_ONCE)),
                        ObjectionsOfMovedChanges::itself,
                        ended(ending::askWhetherItStands));
    }

    private static String itself(String reference) {
        return reference;
    }

    private static Predicate<String> ended(Consumer<String> step) {
        return reference -> {
            step.accept(reference);
            return true;
        };
    }
}
