package fairnotice.mail.smtp;

import fairnotice.mail.Outgoing;

/** One message as it waits in its batch. */
public record Queued(long mailing, long batch, int ordinal, Outgoing outgoing) {}
