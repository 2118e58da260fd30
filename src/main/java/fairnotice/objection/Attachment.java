package fairnotice.objection;

/** A file that came with an objection. @param type by its content, never by its name */
public record Attachment(String name, String type, byte[] content) {}
