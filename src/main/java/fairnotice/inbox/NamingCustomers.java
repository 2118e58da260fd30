package fairnotice.inbox;

import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.objection.Objections;
import fairnotice.termination.Terminations;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Says whose objection or termination a task is about. */
@Service
class NamingCustomers {

    private final Objections objections;
    private final Terminations terminations;
    private final Customers customers;

    NamingCustomers(Objections objections, Terminations terminations, Customers customers) {
        this.objections = objections;
        this.terminations = terminations;
        this.customers = customers;
    }

    /** Names by the reference of the case; nothing of changes, and of what is not matched yet. Three queries however many tasks there are. */
    Map<String, String> of(Collection<Task> tasks) {
        Set<String> references = tasks.stream()
                .filter(task -> task.subject().equals(task.reference()))
                .map(Task::reference)
                .collect(Collectors.toSet());
        if (references.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> byReference = new HashMap<>();
        objections.byReferences(references).values().stream()
                .filter(objection -> objection.customer() != null)
                .forEach(objection -> byReference.put(objection.reference(), objection.customer()));
        terminations
                .byReferences(references)
                .values()
                .forEach(termination -> byReference.put(termination.reference(), termination.customer()));
        Map<Long, Customer> who = customers.byIds(Set.copyOf(byReference.values()));
        byReference.values().retainAll(who.keySet());
        return byReference.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> who.get(each.getValue()).name()));
    }
}
