package fairnotice.mailserver;

import java.util.Optional;

/** What waits for another administrator, at most one request for each part. */
public interface ServerRequests {

    Optional<ServerRequest> find(Part part);

    void save(ServerRequest request);

    void remove(Part part);
}
