package fairnotice.mailserver;

/**
 * What DNS says of a domain that mail is sent from.
 *
 * @param spfRecord as it stands in DNS; null where there is none
 * @param address of the relay, which was looked for in it; null where it is not known
 * @param dmarcRecord as it stands in DNS; null where there is none
 */
public record SenderRecords(Spf spf, String spfRecord, String address, Dmarc dmarc, String dmarcRecord) {

    /** Who may send for the domain (RFC 7208). */
    public enum Spf {
        /** The relay's address is among them. */
        PASS,
        /** It is not. */
        OTHER,
        /** There is a record, and the address that the relay sends from is not known here. */
        UNJUDGED,
        NONE,
        /** It cannot be read, or takes more than ten lookups. */
        BROKEN,
        NO_ANSWER
    }

    /** What becomes of mail that is neither SPF's nor DKIM's (RFC 7489). */
    public enum Dmarc {
        /** It is quarantined or rejected. */
        ENFORCED,
        /** It is only reported. */
        MONITORED,
        NONE,
        BROKEN,
        NO_ANSWER
    }
}
