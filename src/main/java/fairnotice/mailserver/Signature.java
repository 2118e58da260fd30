package fairnotice.mailserver;

/**
 * Whether a message bears a signature (DKIM, RFC 6376) that counts for its sender.
 *
 * @param detail the domain that signed, or what is wrong; null for nothing
 */
public record Signature(State state, String detail) {

    public enum State {
        /** It is valid, and of the sender's domain (RFC 7489, 3.1.1). */
        VALID,
        /** It is valid, and of another domain. */
        OTHER_DOMAIN,
        INVALID,
        NONE,
        NO_ANSWER
    }
}
