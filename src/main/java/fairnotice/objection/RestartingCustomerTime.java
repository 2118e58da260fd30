package fairnotice.objection;

import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * Gives a customer all of its time once more in an objection that others began: when one of its contacts makes it the customer's own, or is said to have
 * written an email. The caller holds the objection, and has saved it.
 */
@Service
class RestartingCustomerTime {

    private final Objections objections;
    private final ObjectionTimes times;
    private final ObjectionProcess process;

    RestartingCustomerTime(Objections objections, ObjectionTimes times, ObjectionProcess process) {
        this.objections = objections;
        this.times = times;
        this.process = process;
    }

    /** @return the objection with its new last day; as it is where its customer has no time that runs */
    Objection restart(String reference, Instant now) {
        if (times.writeAnew(objections.getByReference(reference), now)) {
            process.datesMoved(reference);
        }
        return objections.getByReference(reference);
    }
}
