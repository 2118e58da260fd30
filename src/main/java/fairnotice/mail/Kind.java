package fairnotice.mail;

/** Contractual notices and the newsletter are told apart from the first day. */
public enum Kind {
    /** Owed by contract: never stops because of an opt-out, and says why it was sent. */
    CONTRACTUAL,
    /** The public notification list: List-Unsubscribe (RFC 2369) with one click (RFC 8058). */
    NEWSLETTER
}
