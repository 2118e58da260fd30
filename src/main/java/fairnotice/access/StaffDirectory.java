package fairnotice.access;

import java.util.List;
import java.util.Optional;

/** The publisher's staff. */
public interface StaffDirectory {

    Optional<Staff> named(String username);

    List<Staff> having(Role role);
}
