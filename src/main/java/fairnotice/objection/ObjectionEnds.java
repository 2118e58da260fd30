package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.notice.EndsOfObjections;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** A case is over for its customer when it is settled, the orders it ended have ended, and so has what was agreed for some time, or
 * the time to object to what was amended. */
@Service
class ObjectionEnds implements EndsOfObjections {

    private final Objections objections;
    private final ObjectionContexts contexts;

    ObjectionEnds(Objections objections, ObjectionContexts contexts) {
        this.objections = objections;
        this.contexts = contexts;
    }

    @Override
    public List<Optional<Instant>> of(String reference, long customer) {
        return objections.ofCustomer(customer, List.of(reference)).stream()
                .map(objection -> end(objection, contexts.zone(objection)))
                .toList();
    }

    /** @param zone of the promise, in which the last day of an exemption ends */
    static Optional<Instant> end(Objection objection, ZoneId zone) {
        return objection.isSettled()
                ? Stream.of(
                                objection.settledAt(),
                                objection.leavesAt(),
                                objection.mayObjectUntil(),
                                exemptUntil(objection, zone))
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                : Optional.empty();
    }

    /** Null where nothing was agreed, or for good. */
    private static Instant exemptUntil(Objection objection, ZoneId zone) {
        return objection.state() == ObjectionState.EXEMPTED && objection.offer().until() != null
                ? Deadline.on(objection.offer().until(), zone).lastMoment()
                : null;
    }
}
