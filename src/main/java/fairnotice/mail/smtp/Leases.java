package fairnotice.mail.smtp;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The leases of this node, renewed together at a third of their length; a node that dies stops renewing. */
final class Leases {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final Outbox outbox;
    private final Duration length;
    private final Map<UUID, Lease> held = new ConcurrentHashMap<>();

    Leases(Outbox outbox, Duration length) {
        this.outbox = outbox;
        this.length = length;
    }

    Duration length() {
        return length;
    }

    List<Lease> claim() {
        long asked = System.nanoTime();
        return outbox.claim(length).stream()
                .map(batch -> hold(new Lease(batch, asked + length.toNanos())))
                .toList();
    }

    /** One batch of a mailing that is held and to be tried again. */
    Optional<Lease> claimHeld() {
        long asked = System.nanoTime();
        return outbox.claimHeld(length).map(batch -> hold(new Lease(batch, asked + length.toNanos())));
    }

    private Lease hold(Lease lease) {
        held.put(lease.batch().owner(), lease);
        return lease;
    }

    /** Called at a third of the length; when the database does not answer, leases run out by themselves. */
    void renew() {
        List<Lease> asking = held.values().stream().filter(Lease::isBegun).toList();
        if (asking.isEmpty()) {
            return;
        }
        try {
            long asked = System.nanoTime();
            Set<UUID> kept = outbox.renew(
                    asking.stream().map(lease -> lease.batch().owner()).toList(), length);
            asking.forEach(lease -> settle(lease, kept, asked));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Leases could not be renewed; sending stops when they run out: {}", e.getMessage());
        }
    }

    void forget(Collection<Lease> leases) {
        leases.forEach(lease -> held.remove(lease.batch().owner()));
    }

    private void settle(Lease lease, Set<UUID> kept, long asked) {
        if (kept.contains(lease.batch().owner())) {
            lease.extend(asked + length.toNanos());
        } else {
            lease.lose();
        }
    }
}
