package fairnotice.mail;

import fairnotice.access.Link;
import java.util.Map;

/**
 * One message to one recipient.
 *
 * @param party what the owner of the mailing tells outcomes apart by: a notice's id, a subscriber's id
 * @param contact id of the contact or subscriber
 * @param fields personal fields of the letter; small
 * @param link the link whose token the letter carries; null for none
 */
public record Outgoing(long party, long contact, String address, String name, Map<String, String> fields, Link link) {}
