package fairnotice.objection;

import java.util.Optional;

/** The matches that wait for a second person; at most one of an objection. */
public interface StatedMatches {

    Optional<StatedMatch> of(long objection);

    /** Adds it, or replaces the one that waits. */
    void save(StatedMatch match);

    /** It counts, or nothing needs it any more. */
    void remove(long objection);
}
