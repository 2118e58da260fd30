package fairnotice.mailserver;

/** Why a test mail was not accepted. */
public enum TestFailure {
    /** DNS knows no such host. */
    UNKNOWN_HOST,
    /** Nobody listens there. */
    CONNECTION_REFUSED,
    /** No answer in time. */
    TIMEOUT,
    /** STARTTLS is required, and not offered. */
    NO_STARTTLS,
    /** It does not speak TLS from the first byte. */
    NO_TLS,
    /** The certificate is of another host, of nobody who is trusted, or over. */
    CERTIFICATE,
    /** The user or the password is not accepted. */
    AUTHENTICATION,
    /** The relay does not take mail from this sender. */
    SENDER_REFUSED,
    /** The relay does not take mail to this recipient. */
    RECIPIENT_REFUSED,
    /** The relay refused the message. */
    MESSAGE_REFUSED,
    /** The relay puts it off for now. */
    DEFERRED,
    /** Another relay was set before it was handed over. */
    RELAY_CHANGED,
    /** Anything else, in its own words. */
    OTHER
}
