package fairnotice.mail.smtp;

import java.util.List;
import java.util.Optional;

/** Finds out whether the relay takes the messages of a held mailing again: tries one of them, now and then, for all nodes. */
final class Probing {

    private final Outbox outbox;
    private final Leases leases;
    private final Delivery handOver;
    private final Refusals refusals;

    Probing(Outbox outbox, Leases leases, Delivery handOver, Refusals refusals) {
        this.outbox = outbox;
        this.leases = leases;
        this.handOver = handOver;
        this.refusals = refusals;
    }

    /** @return whether a message was tried */
    boolean probe() throws RelayUnavailable, InterruptedException {
        Optional<Lease> claimed = refusals.isTimeToLook() ? leases.claimHeld() : Optional.empty();
        if (claimed.isEmpty()) {
            return false;
        }
        Lease lease = claimed.get();
        try {
            lease.begin();
            Optional<Queued> message = outbox.leastTried(lease.batch());
            if (message.isPresent()) {
                handOver.probe(message.get(), lease);
            }
            return message.isPresent();
        } finally {
            leases.forget(List.of(lease));
            outbox.release(List.of(lease.batch()));
        }
    }
}
