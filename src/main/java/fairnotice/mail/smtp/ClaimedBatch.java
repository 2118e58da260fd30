package fairnotice.mail.smtp;

import java.util.UUID;

/** A batch this node owns while its lease lasts. */
public record ClaimedBatch(long id, long mailing, UUID owner) {}
