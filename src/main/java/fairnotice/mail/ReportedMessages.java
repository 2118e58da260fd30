package fairnotice.mail;

import java.time.Instant;

/** The messages that reports are about. */
public interface ReportedMessages {

    /**
     * Moves the message to what the report says, and tells its owner; a report that says nothing new changes nothing.
     *
     * @return false when no message of ours has such an id, or the id was forged
     */
    boolean apply(Report report, Instant at);
}
