package fairnotice.mailserver;

/** What is connected to. */
public enum Part {
    /** The SMTP server that messages are handed to (RFC 6409). */
    RELAY,
    /** The IMAP mailbox (RFC 9051) that replies and delivery reports come to. */
    MAILBOX;

    /** The port that servers of that kind listen on, as IANA registered them. */
    public int usualPort(Encryption encryption) {
        return switch (this) {
            case RELAY ->
                switch (encryption) {
                    case STARTTLS -> 587;
                    case TLS -> 465;
                    case STARTTLS_OFFERED, NONE -> 25;
                };
            case MAILBOX -> encryption == Encryption.TLS ? 993 : 143;
        };
    }
}
