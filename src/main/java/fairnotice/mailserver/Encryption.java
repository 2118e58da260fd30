package fairnotice.mailserver;

/** How a connection to a mail server is encrypted. */
public enum Encryption {
    /** STARTTLS (RFC 3207, RFC 9051) before anything else is said, with a certificate of that host's; else nothing is sent. */
    STARTTLS,
    /** STARTTLS where it is offered, whoever answers (RFC 7435); never with a password. */
    STARTTLS_OFFERED,
    /** TLS from the first byte (RFC 8314), with a certificate of that host's. */
    TLS,
    /** In the clear. */
    NONE;

    /** Whether nothing is sent before the server has shown a certificate that is its own. */
    public boolean isCertain() {
        return this == STARTTLS || this == TLS;
    }
}
