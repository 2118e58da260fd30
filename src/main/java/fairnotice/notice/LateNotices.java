package fairnotice.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Notices whose customers are told for themselves that a change is in effect, once their own notice has ended. A clock that is started or
 * moved after everybody else was told adds its notice by itself.
 */
public interface LateNotices {

    /** Adds notices; one that is there stays as it is. */
    void add(Collection<Long> notices);

    /** Adds those of a round that still run then. */
    void addRunning(String reference, int round, Instant at);

    /** References of changes with notices that have ended, and whose customers were not told. */
    List<String> due(Instant now, int limit);

    /** Ids of those notices of a change, in their order. */
    List<Long> due(String reference, Instant now, int limit);

    /** Their customers are told nothing more. */
    void told(Collection<Long> notices, Instant at);

    /** When the next notice, or its window to object, ends after that time; empty for none. */
    Optional<Instant> next(Instant after);
}
