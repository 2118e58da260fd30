package fairnotice.mailserver;

import java.time.Instant;
import java.util.Optional;

/** The mail servers that were set in the browser, at most one for each part. */
public interface StoredServers {

    /** Waits until nobody else changes any, and keeps others waiting until the transaction ends. */
    void lock();

    Optional<StoredServer> find(Part part);

    /** @param server with its password sealed */
    void save(Part part, MailServer server, String by, Instant at);

    void remove(Part part);
}
