package fairnotice.access;

import java.util.Optional;

/** Who is or will be away, at most once each. */
public interface Absences {

    Optional<Absence> find(String username);

    /** In place of the one there may be. */
    void save(Absence absence);

    void remove(String username);

    /** Those of that account, and those in which it stands in. */
    void removeAllOf(String username);
}
