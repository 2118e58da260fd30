package fairnotice.process;

import fairnotice.objection.Objection;
import fairnotice.objection.ReadingObjection.Standing;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/** What the engine holds of an objection: where it stands in one word, and dates. All are set anew whenever the case has moved. */
final class ObjectionVariables {

    static final String STANDING = "standing";
    static final String TERMINATION = "termination";

    private ObjectionVariables() {}

    /** For a case whose process begins; conditions on a missing variable would throw, so none is missing. */
    static Map<String, Object> opening(Standing standing) {
        Map<String, Object> variables = of(standing);
        variables.put("verdict", "");
        variables.put(TERMINATION, "");
        return variables;
    }

    static Map<String, Object> of(Standing standing) {
        Objection objection = standing.objection();
        Map<String, Object> variables = new HashMap<>();
        variables.put("known", objection.customer() != null);
        variables.put("refusedAgain", objection.isRefusedOnAppeal());
        variables.put(STANDING, word(objection));
        variables.put("answerDueAt", Date.from(objection.answerDueAt()));
        variables.put("dueAt", Date.from(standing.dueAt()));
        variables.put("silentUntil", Date.from(standing.silentUntil()));
        variables.put("reminderAt", Date.from(standing.reminderAt()));
        return variables;
    }

    private static String word(Objection objection) {
        return switch (objection.state()) {
            case UNMATCHED, ASSESSMENT, AWAITING_OFFER -> "open";
            case OFFERED -> "offered";
            case REFUSED -> objection.isSettled() ? "ended" : "refused";
            case CONTESTED -> "contested";
            case TERMINATION_OFFERED -> "remedy";
            case TERMINATING, TERMINATED -> "elected";
            case RESOLVED, EXEMPTED -> "agreed";
            case LAPSED, NOT_AGREED, MOOT, WITHDRAWN, DECLINED, COMMENT -> "ended";
        };
    }
}
