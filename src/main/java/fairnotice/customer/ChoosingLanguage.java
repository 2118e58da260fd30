package fairnotice.customer;

import fairnotice.access.Actor;
import fairnotice.refusal.Language;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets the language that a contact is written to in from now on. What was sent stays as it was written, and nobody has to confirm it. */
@Service
public class ChoosingLanguage {

    private final Contacts contacts;
    private final Customers customers;
    private final RecordingCustomerChanges recording;
    private final Clock clock;

    ChoosingLanguage(Contacts contacts, Customers customers, RecordingCustomerChanges recording, Clock clock) {
        this.contacts = contacts;
        this.customers = customers;
        this.recording = recording;
        this.clock = clock;
    }

    public boolean may(Actor actor, String register) {
        return CustomerRules.writes(actor, register);
    }

    /** @throws Refused when the customer has no such contact, or it is not for this person */
    @Transactional
    public void choose(long customer, long contact, Language language, Actor by) {
        Customer before = customers.find(customer).orElseThrow(ChoosingLanguage::unknown);
        CustomerRules.mayWrite(by, before.register());
        boolean own = before.contacts().stream().anyMatch(each -> each.id() == contact);
        if (!own || contacts.lock(contact) != customer) {
            throw unknown();
        }
        Customer stood = customers.find(customer).orElseThrow();
        contacts.speak(contact, language);
        recording.record(List.of(stood), by, clock.instant());
    }

    private static Refused unknown() {
        return Refused.unknown("refused.unknown.customer");
    }
}
