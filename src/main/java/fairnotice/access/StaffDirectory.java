package fairnotice.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The publisher's staff. User names are compared without case. */
public interface StaffDirectory {

    /** Whoever has or had that user name, dismissed staff included. */
    Optional<Staff> findByUsername(String username);

    /** Those who hold the role for that register now, by user name. */
    List<Staff> having(Role role, String register);

    /** All who are staff now, whatever their roles, by user name. */
    List<Staff> all();

    /** The same, to ask who else could take a step. */
    Colleagues colleagues();

    /** Whether nobody has ever had an account. */
    boolean isEmpty();

    Optional<Credential> credential(String username);

    /** Adds the member of staff, or replaces the one of that user name; another password or other roles end their sessions. */
    void put(Credential credential);

    /** Closes the sign-in, the sessions and the tokens; false when there is nobody of that name. @param at legal time */
    boolean disable(String username, Instant at);
}
