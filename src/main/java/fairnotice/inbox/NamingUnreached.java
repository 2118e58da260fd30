package fairnotice.inbox;

import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.notice.Notice;
import fairnotice.notice.Notices;
import fairnotice.objection.EmailKey;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionEmail;
import fairnotice.objection.Objections;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of tasks "reach the customer" which customer is meant, and with what it was not reached. */
@Service
public class NamingUnreached {

    private final Notices notices;
    private final Objections objections;
    private final Customers customers;

    NamingUnreached(Notices notices, Objections objections, Customers customers) {
        this.notices = notices;
        this.objections = objections;
        this.customers = customers;
    }

    /**
     * Who is to be reached.
     *
     * @param customer its name
     * @param letter of its case; null for its notice
     */
    public record Unreached(String customer, ObjectionEmail letter) {}

    private record Found(long customer, ObjectionEmail letter) {}

    /** By the tasks' ids; nothing of tasks of other kinds. Three queries however many they are. */
    @Transactional(readOnly = true)
    public Map<String, Unreached> of(Collection<Task> tasks) {
        List<Task> reaching = tasks.stream()
                .filter(task -> task.kind() == TaskKind.REACH_CUSTOMER)
                .toList();
        if (reaching.isEmpty()) {
            return Map.of();
        }
        Map<String, Found> bySubject =
                found(reaching.stream().map(Task::subject).collect(Collectors.toSet()));
        Map<Long, Customer> who =
                customers.byIds(bySubject.values().stream().map(Found::customer).collect(Collectors.toSet()));
        return reaching.stream()
                .filter(task -> bySubject.containsKey(task.subject())
                        && who.containsKey(bySubject.get(task.subject()).customer()))
                .collect(Collectors.toMap(Task::id, task -> {
                    Found found = bySubject.get(task.subject());
                    return new Unreached(who.get(found.customer()).name(), found.letter());
                }));
    }

    /** @param subjects ids of notices and references of objections */
    private Map<String, Found> found(Set<String> subjects) {
        Map<String, Found> found = new HashMap<>();
        List<Long> ids = subjects.stream()
                .filter(subject -> subject.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
        for (Notice notice : notices.byIds(ids)) {
            found.put(Long.toString(notice.id()), new Found(notice.customer(), null));
        }
        for (Objection objection : objections.byReferences(subjects).values()) {
            EmailKey.awaited(objection)
                    .ifPresent(key -> found.put(objection.reference(), new Found(objection.customer(), key.letter())));
        }
        return found;
    }
}
