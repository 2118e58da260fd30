package fairnotice.objection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Objections that ended so that a change is kept from their customers, or is bound to a condition: only an agreement of the customer alters that. */
@Service
public class StandingObjections {

    private final Objections objections;
    private final ObjectionContext file;
    private final Clock clock;

    StandingObjections(Objections objections, ObjectionContext file, Clock clock) {
        this.objections = objections;
        this.file = file;
        this.clock = clock;
    }

    /** Those of the newest that ended without an agreement, newest first. */
    public List<Objection> of(String change, int newest) {
        return objections.endedWithoutAgreement(change, newest).stream()
                .filter(file::hasEndedStanding)
                .toList();
    }

    /** Those of the newest in which an exemption that still runs or a safeguard was agreed, newest first. */
    public List<Objection> onConditions(String change, int newest) {
        Instant now = clock.instant();
        return objections.agreedOnConditions(change, newest).stream()
                .filter(each -> file.terms(each, now)
                        .filter(terms -> !terms.isExemption() || !terms.over())
                        .isPresent())
                .toList();
    }
}
