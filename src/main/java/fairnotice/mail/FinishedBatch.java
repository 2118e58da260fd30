package fairnotice.mail;

/** A batch whose every message was tried once. */
public record FinishedBatch(long id, long mailing, String mailingKey) {}
