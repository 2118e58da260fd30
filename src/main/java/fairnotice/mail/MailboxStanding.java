package fairnotice.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether this node reads what comes back by mail. */
public interface MailboxStanding {

    /**
     * It cannot be read.
     *
     * @param lasting since the first look in vain, real time
     * @param reason what the last look met
     */
    record Outage(Duration lasting, String reason) {}

    /** Empty while it can be read, and where there is none to read. */
    Optional<Outage> outage();

    /** When it was last read to its end, real time; empty where it never was. */
    Optional<Instant> lastRead();
}
