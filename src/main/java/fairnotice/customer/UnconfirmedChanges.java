package fairnotice.customer;

import fairnotice.access.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The changes of customers that wait for another administrator; at most one of a customer. */
public interface UnconfirmedChanges {

    Optional<UnconfirmedChange> of(long customer);

    /** Those of these customers, by customer. */
    Map<Long, UnconfirmedChange> of(Collection<Long> customers);

    /** Adds each, or replaces its customer's. In one query. */
    void save(Collection<UnconfirmedChange> changes);

    /** Those of these customers are confirmed, or undone. In one query. */
    void remove(Collection<Long> customers);

    /** A change that waits, with whose it is. */
    record Waiting(String name, String register, UnconfirmedChange change) {}

    /** Those of customers of these registers, the longest waiting first. */
    List<Waiting> waiting(Scope within, int limit);

    /**
     * What the same people changed of several customers at the same moment, as an import does.
     *
     * @param newest the highest revision of these customers: one that is changed again has a higher one
     */
    record Together(String register, Set<String> changedBy, Instant changedAt, long customers, long newest) {

        /** Whether the change is one of these. */
        public boolean holds(Waiting waiting) {
            return register.equals(waiting.register())
                    && changedAt.equals(waiting.change().changedAt())
                    && changedBy.equals(waiting.change().changedBy());
        }

        /** Whether it is the same change, however many customers of it still wait. */
        public boolean isOf(Together other) {
            return register.equals(other.register)
                    && changedAt.equals(other.changedAt)
                    && changedBy.equals(other.changedBy);
        }
    }

    /** Those of two customers of these registers or more, the longest waiting first. */
    List<Together> together(Scope within, int limit);

    /** The customers' changes that belong together, by customer. */
    List<UnconfirmedChange> of(Together together);
}
