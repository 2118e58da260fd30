package fairnotice.mail;

/**
 * What a delivery status notification (RFC 3464) says about one message of ours.
 *
 * @param message text in which the message's id stands: its Message-ID header, or the address the report came to
 * @param state {@link MessageState#BOUNCED} or {@link MessageState#DELIVERED}
 * @param diagnostic what the other server said, for people; may be null
 */
public record Report(String message, MessageState state, String diagnostic) {

    /** @throws IllegalArgumentException when the state is none that a report can tell */
    public Report {
        if (state != MessageState.BOUNCED && state != MessageState.DELIVERED) {
            throw new IllegalArgumentException("A delivery report says bounced or delivered, not " + state);
        }
    }
}
