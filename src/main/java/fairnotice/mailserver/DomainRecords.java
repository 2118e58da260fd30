package fairnotice.mailserver;

/** Looks up in DNS what others read there of our mail; takes seconds, and never fails. */
public interface DomainRecords {

    /**
     * @param domain of a sender
     * @param relay host of the relay
     */
    SenderRecords of(String domain, String relay);

    /**
     * Checks the signatures (DKIM, RFC 6376) of a message that came back.
     *
     * @param message its bytes
     * @param domain of its From field
     */
    Signature signature(byte[] message, String domain);
}
