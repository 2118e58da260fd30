package fairnotice.objection;

/** An attachment as a list shows it. @param size in bytes */
public record StoredAttachment(long id, long message, String name, String type, int size) {}
