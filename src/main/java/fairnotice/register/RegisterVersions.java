package fairnotice.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The published versions of all registers. */
public interface RegisterVersions {

    /** The newest version; kept in memory, so that a warm page asks no database. */
    RegisterVersion current(String register);

    /** The newest version, read anew and held against other writers until the caller's transaction ends. */
    RegisterVersion lock(String register);

    /** The version that was the newest at a moment; before there was any, the first. */
    Optional<RegisterVersion> at(String register, Instant moment);

    /** The version that a change made another of. */
    Optional<RegisterVersion> before(String register, String change);

    Optional<RegisterVersion> number(String register, int number);

    /** Newest first. */
    List<RegisterVersion> all(String register);

    /**
     * Adds the version after the current one, in the caller's transaction; readers see it after the commit.
     *
     * @throws IllegalStateException when the number is not the current one's successor
     */
    void add(RegisterVersion version);
}
