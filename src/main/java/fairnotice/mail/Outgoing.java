package fairnotice.mail;

import fairnotice.access.Link;
import fairnotice.refusal.Language;
import java.util.Map;

/**
 * One message to one recipient.
 *
 * @param party what the owner of the mailing tells outcomes apart by: a notice's id, a subscriber's id
 * @param contact id of the contact or subscriber
 * @param fields personal fields of the letter; small
 * @param link the link whose token the letter carries; null for none
 * @param language that the recipient reads; of the letter in it, where the mailing has one
 * @param answers the Message-ID (RFC 5322, 3.6.4) of the recipient's own message that it answers, in angle brackets; null for none
 */
public record Outgoing(
        long party,
        long contact,
        String address,
        String name,
        Map<String, String> fields,
        Link link,
        Language language,
        String answers) {

    /** A message that answers none, in English. */
    public Outgoing(long party, long contact, String address, String name, Map<String, String> fields, Link link) {
        this(party, contact, address, name, fields, link, Language.EN, null);
    }

    /** The same as an answer. */
    public Outgoing answering(String message) {
        return new Outgoing(party, contact, address, name, fields, link, language, message);
    }

    /** The same to who reads that language. */
    public Outgoing in(Language read) {
        return new Outgoing(party, contact, address, name, fields, link, read, answers);
    }

    /** The same with other fields. */
    public Outgoing with(Map<String, String> others) {
        return new Outgoing(party, contact, address, name, others, link, language, answers);
    }
}
