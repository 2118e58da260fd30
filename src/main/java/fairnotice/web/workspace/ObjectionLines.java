package fairnotice.web.workspace;

import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.objection.Objection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Objections as lists show them: one query for their customers and one for their changes. */
@Component
public class ObjectionLines {

    private final VendorChanges changes;
    private final Customers customers;
    private final Publishers publishers;
    private final Clock clock;

    ObjectionLines(VendorChanges changes, Customers customers, Publishers publishers, Clock clock) {
        this.changes = changes;
        this.customers = customers;
        this.publishers = publishers;
        this.clock = clock;
    }

    public List<ObjectionLine> of(List<Objection> objections) {
        Map<String, VendorChange> about =
                changes.byReferences(objections.stream().map(Objection::change).collect(Collectors.toSet()));
        Map<Long, Customer> who = customers.byIds(objections.stream()
                .map(Objection::customer)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, ZoneId> zones = new HashMap<>();
        Instant now = clock.instant();
        return objections.stream()
                .map(objection -> line(
                        objection,
                        about.get(objection.change()),
                        who,
                        zones.computeIfAbsent(
                                objection.register() + "/" + objection.policyVersion(),
                                policy -> publishers.zone(objection)),
                        now))
                .toList();
    }

    private ObjectionLine line(
            Objection objection, VendorChange change, Map<Long, Customer> who, ZoneId zone, Instant now) {
        return new ObjectionLine(
                objection.reference(),
                objection.change(),
                change.proposal().kind(),
                change.proposal().subprocessor().name(),
                name(objection, who),
                objection.customer(),
                objection.state(),
                objection.late(),
                objection.leftOutAt() != null,
                objection.isToBeAdmittedAnew(),
                objection.receivedAt(),
                objection.dueAt(),
                objection.dueAt() != null && !now.isBefore(objection.dueAt()),
                zone);
    }

    private static String name(Objection objection, Map<Long, Customer> who) {
        if (objection.customer() != null) {
            return who.containsKey(objection.customer())
                    ? who.get(objection.customer()).name()
                    : "#" + objection.customer();
        }
        String organisation = objection.filing().organisation();
        return organisation == null || organisation.isBlank()
                ? objection.filing().sender()
                : organisation;
    }
}
