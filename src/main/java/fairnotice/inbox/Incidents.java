package fairnotice.inbox;

import java.util.List;

/** Where steps fail. */
public interface Incidents {

    /** Those that wait, at most a few hundred; the oldest first. */
    List<Incident> open();

    /** Has a step tried again. @return whether it was one of these and still waits; never where all are tried by themselves */
    default boolean retry(String id) {
        return false;
    }
}
