package fairnotice.mail.smtp;

/** How far a message came in its transaction with the relay (RFC 5321, 3.3). */
enum Stage {
    CONNECTION,
    /** MAIL was sent: what is said now is about us. */
    SENDER,
    /** RCPT or DATA was sent. */
    RECIPIENT,
    /** The relay takes the message's content. */
    CONTENT,
    /** All of it was sent: without a reply nobody knows whether the relay took it. */
    END
}
