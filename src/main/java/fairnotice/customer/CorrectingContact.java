package fairnotice.customer;

import fairnotice.access.Actor;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.EmailAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a contact's address right, so that the next message reaches it and whoever held the old address is shut out. Where a case is open,
 * its letters, links and codes go on with the old address until an administrator has confirmed the new one.
 */
@Service
public class CorrectingContact {

    private final Contacts contacts;
    private final Customers customers;
    private final RecordingCustomerChanges recording;
    private final Ledger ledger;
    private final Clock clock;

    CorrectingContact(
            Contacts contacts, Customers customers, RecordingCustomerChanges recording, Ledger ledger, Clock clock) {
        this.contacts = contacts;
        this.customers = customers;
        this.recording = recording;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws ContactNotCorrected with a sentence, when the address is none or the customer has it already */
    @Transactional
    public void correct(long contact, String email, Actor by) {
        String address = EmailAddress.kept(email);
        if (!EmailAddress.isValid(address)) {
            throw new ContactNotCorrected(
                    EmailAddress.whyNot(address, "refused.email.none").english());
        }
        long customer = contacts.lock(contact);
        Instant now = clock.instant();
        Customer before = customers.find(customer).orElseThrow();
        CustomerRules.mayCorrectAddress(by, before.register());
        contacts.correct(contact, address);
        recording.record(List.of(before), by, now);
        String subject = "customer:" + customer + "/contact:" + contact;
        ledger.record(Entry.of("contact.corrected", subject, by.id(), now).with("email", address));
    }
}
