package fairnotice.objection;

import fairnotice.customer.ContactsConfirmed;
import fairnotice.customer.OpenObjections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Whoever becomes a contact while its customer has an open objection is sent the link to it: what was written before, it was not sent. */
@Service
class WritingToNewContacts implements ContactsConfirmed {

    private final OpenObjections open;
    private final Objections objections;
    private final ObjectionContexts contexts;
    private final ObjectionParties parties;
    private final ObjectionEmails letters;

    WritingToNewContacts(
            OpenObjections open,
            Objections objections,
            ObjectionContexts contexts,
            ObjectionParties parties,
            ObjectionEmails letters) {
        this.open = open;
        this.objections = objections;
        this.contexts = contexts;
        this.parties = parties;
        this.letters = letters;
    }

    @Override
    public void confirmed(Map<Long, Set<Long>> contacts) {
        open.among(contacts.keySet())
                .forEach(customer -> objections.ofCustomer(customer).stream()
                        .filter(objection -> !objection.isSettled())
                        .forEach(objection -> write(objection, contacts.get(customer))));
    }

    private void write(Objection objection, Set<Long> contacts) {
        List<EmailFact> days = objection.dueAt() == null
                ? List.of()
                : List.of(EmailFact.said(
                        "stands." + objection.state(),
                        () -> ObjectionEmails.lastDay(contexts.policy(objection), objection.dueAt())));
        long revision = parties.customer(objection).orElseThrow().revision();
        letters.writeOnly(
                contacts,
                objection,
                ObjectionEmail.NEW_CONTACT,
                EmailFacts.dated(days).numbered(Math.toIntExact(revision)));
    }
}
