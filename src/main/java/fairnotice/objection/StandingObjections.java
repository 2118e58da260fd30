package fairnotice.objection;

import java.util.List;
import org.springframework.stereotype.Service;

/** Objections that ended so that they keep a change from their customers: only an agreement of the customer alters that. */
@Service
public class StandingObjections {

    private final Objections objections;
    private final ObjectionContext file;

    StandingObjections(Objections objections, ObjectionContext file) {
        this.objections = objections;
        this.file = file;
    }

    /** Those of the newest that ended without an agreement, newest first. */
    public List<Objection> of(String change, int newest) {
        return objections.endedWithoutAgreement(change, newest).stream()
                .filter(file::hasEndedStanding)
                .toList();
    }
}
