package fairnotice.notice;

import java.util.Optional;

/** The services that wait for a second person; at most one of what was served. */
public interface StatedServices {

    Optional<StatedService> of(String about);

    /** Adds it, or replaces the one that waits. */
    void save(StatedService service);

    /** It counts, or nothing needs it any more. */
    void remove(String about);
}
