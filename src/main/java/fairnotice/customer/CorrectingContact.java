package fairnotice.customer;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.EmailAddress;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a contact's address right, so that the next message reaches it and whoever held the old address is shut out. */
@Service
public class CorrectingContact {

    private final Contacts contacts;
    private final Ledger ledger;
    private final Clock clock;

    CorrectingContact(Contacts contacts, Ledger ledger, Clock clock) {
        this.contacts = contacts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws ContactNotCorrected with a sentence, when the address is none or the customer has it already */
    @Transactional
    public void correct(long contact, String email, Actor by) {
        String address = EmailAddress.kept(email);
        if (!EmailAddress.isValid(address)) {
            throw new ContactNotCorrected(
                    EmailAddress.whyNot(address, "This is not an e-mail address that mail can be sent to."));
        }
        long customer = contacts.correct(contact, address);
        String subject = "customer:" + customer + "/contact:" + contact;
        ledger.record(
                Entry.of("contact.corrected", subject, by.id(), clock.instant()).with("email", address));
    }
}
