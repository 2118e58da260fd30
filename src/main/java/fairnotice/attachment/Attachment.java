package fairnotice.attachment;

/**
 * A file handed in with an objection or a reply.
 *
 * @param name what its owner calls it; safe to show and to save under once {@link AttachmentRules} took it
 * @param type media type by its content, once {@link AttachmentRules} took it; what a browser claimed before
 */
public record Attachment(String name, String type, byte[] content) {

    /** Says nothing of the content, wherever it is logged. */
    @Override
    public String toString() {
        return name + " (" + type + ", " + content.length + " bytes)";
    }
}
