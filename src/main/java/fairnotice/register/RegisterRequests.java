package fairnotice.register;

import java.util.Optional;

/** What waits for another administrator, at most one request for each register. */
public interface RegisterRequests {

    Optional<RegisterRequest> find(String register);

    void save(RegisterRequest request);

    void remove(String register);
}
