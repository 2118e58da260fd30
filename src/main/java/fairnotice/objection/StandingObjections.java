package fairnotice.objection;

import java.util.List;
import org.springframework.stereotype.Service;

/** Objections that ended so that a change is kept from their customers, or is bound to a condition: only an agreement of the customer alters that. */
@Service
public class StandingObjections {

    private final Objections objections;
    private final ObjectionContexts contexts;

    StandingObjections(Objections objections, ObjectionContexts contexts) {
        this.objections = objections;
        this.contexts = contexts;
    }

    /** Those of the newest that ended without an agreement, newest first. */
    public List<Objection> of(String change, int newest) {
        return objections.endedWithoutAgreement(change, newest).stream()
                .filter(each -> contexts.of(each).hasEndedStanding())
                .toList();
    }

    /** Those of the newest in which an exemption that still runs or a safeguard was agreed, newest first. */
    public List<Objection> onConditions(String change, int newest) {
        return objections.agreedOnConditions(change, newest).stream()
                .filter(each -> contexts.of(each)
                        .terms()
                        .filter(terms -> !terms.isExemption() || !terms.over())
                        .isPresent())
                .toList();
    }
}
