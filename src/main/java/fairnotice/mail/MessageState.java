package fairnotice.mail;

/** Where one message stands. */
public enum MessageState {
    PENDING,
    /** Our relay said 250. */
    HANDED_OVER,
    /** A delivery report said so. */
    DELIVERED,
    /** 4xx: tried again with backoff. */
    DEFERRED,
    /** 5xx. */
    REFUSED,
    /** A delivery status notification (RFC 3464) said it could not be delivered. */
    BOUNCED,
    /** Its mailing was cancelled before it was sent. */
    CANCELLED;

    /** Whether the recipient has it, as far as we know. */
    public boolean reached() {
        return this == HANDED_OVER || this == DELIVERED;
    }

    /** Whether it will never arrive. */
    public boolean failed() {
        return this == REFUSED || this == BOUNCED;
    }
}
