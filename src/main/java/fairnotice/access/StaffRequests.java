package fairnotice.access;

import java.util.List;
import java.util.Optional;

/** What waits for another administrator, at most one request for each account. */
public interface StaffRequests {

    /** By user name. */
    List<StaffRequest> all();

    Optional<StaffRequest> find(String username);

    void save(StaffRequest request);

    void remove(String username);
}
