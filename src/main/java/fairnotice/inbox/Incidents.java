package fairnotice.inbox;

import java.util.List;
import java.util.Optional;

/** Where steps fail. */
public interface Incidents {

    /** Those that wait, at most a few hundred; the oldest first. */
    List<Incident> open();

    /** One of those that somebody can have tried again, by its id. */
    default Optional<Incident> find(String id) {
        return Optional.empty();
    }

    /** Has a step tried again. @return whether it was one of these and still waits; never where all are tried by themselves */
    default boolean retry(String id) {
        return false;
    }
}
