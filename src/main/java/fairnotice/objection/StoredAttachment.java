package fairnotice.objection;

/**
 * An attachment as a list shows it.
 *
 * @param number in its case, counted from 1: one that counted all attachments would tell a customer how many objected
 * @param size in bytes
 */
public record StoredAttachment(int number, long message, String name, String type, int size) {}
