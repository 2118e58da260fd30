package fairnotice.objection;

import fairnotice.notice.CustomersInConversation;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Whoever has a live case about a change, of whatever round, is written to in it: after an amendment, whether the objection stands. Not where nobody at the
 * customer made it its own: its contacts may know nothing of it.
 */
@Service
class ObjectorsInConversation implements CustomersInConversation {

    private final Objections objections;

    ObjectorsInConversation(Objections objections) {
        this.objections = objections;
    }

    @Override
    public Set<Long> about(String reference, Collection<Long> customers) {
        return objections.ofCustomers(reference, customers).stream()
                .filter(objection -> !objection.isSettled() && !objection.isNobodysOwn())
                .map(Objection::customer)
                .collect(Collectors.toSet());
    }
}
