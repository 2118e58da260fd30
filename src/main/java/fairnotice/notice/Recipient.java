package fairnotice.notice;

import fairnotice.customer.Contact;
import fairnotice.customer.UnconfirmedChange;

/**
 * A contact that a notice is written to.
 *
 * @param contact its id
 * @param unconfirmed as of {@link ContactOutcome}
 */
public record Recipient(long contact, Integer unconfirmed) {

    /** @param waits what waits of its customer; null for nothing */
    static Recipient of(Contact contact, UnconfirmedChange waits) {
        return new Recipient(contact.id(), waits == null || waits.isCounted(contact) ? null : contact.epoch());
    }
}
