package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.notice.ExemptionsHeld;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The exemptions that the emails about a notice say. */
@Service
class ExemptionsHeldByObjections implements ExemptionsHeld {

    private final HeldExemptions exemptions;
    private final Objections objections;
    private final ObjectionContexts contexts;
    private final Clock clock;

    ExemptionsHeldByObjections(
            HeldExemptions exemptions, Objections objections, ObjectionContexts contexts, Clock clock) {
        this.exemptions = exemptions;
        this.objections = objections;
        this.contexts = contexts;
        this.clock = clock;
    }

    @Override
    public Map<Long, Held> of(VendorChange change, Collection<Long> customers) {
        Map<Long, Objection> earlier = exemptions.of(change, customers);
        if (earlier.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Objection>> own = objections.ofCustomers(change.reference(), earlier.keySet()).stream()
                .collect(Collectors.groupingBy(Objection::customer));
        Map<Long, Held> held = new HashMap<>();
        earlier.forEach((customer, exempted) -> AgreementRules.held(
                        Optional.of(exempted), own.getOrDefault(customer, List.of()))
                .filter(each -> !isOver(each))
                .ifPresent(each -> held.put(customer, held(each))));
        return held;
    }

    private boolean isOver(Objection exempted) {
        return exempted.offer().until() != null && end(exempted).isOverAt(clock.instant());
    }

    private Held held(Objection exempted) {
        return exempted.offer().until() == null
                ? new Held(exempted.reference(), null, null)
                : new Held(
                        exempted.reference(),
                        exempted.offer().until(),
                        end(exempted).dayAfter());
    }

    private Deadline end(Objection exempted) {
        ZoneId zone = contexts.zone(exempted);
        return Deadline.on(exempted.offer().until(), zone);
    }
}
