package fairnotice.inbox;

import fairnotice.inbox.CustomersToReach.Unreachable;
import fairnotice.refusal.Phrase;
import java.util.List;
import org.springframework.stereotype.Service;

/** Customers that no mail can reach; somebody corrects a contact, or records how they were told. */
@Service
class CustomerIncidents implements Incidents {

    private final CustomersToReach customers;

    CustomerIncidents(CustomersToReach customers) {
        this.customers = customers;
    }

    @Override
    public List<Incident> open() {
        return customers.unreachable().stream().map(CustomerIncidents::incident).toList();
    }

    private static Incident incident(Unreachable customer) {
        String what = Phrase.of("said.incident.contact", customer.name()).said();
        return customer.change() == null
                ? Incident.decidedAt(
                        "/customers/" + customer.customer(),
                        IncidentKind.CONTACT,
                        what,
                        customer.register(),
                        customer.lasting(),
                        Phrase.of("said.incident.no-contact").said())
                : Incident.decidedAt(
                        "/changes/" + customer.change(),
                        IncidentKind.CONTACT,
                        what,
                        customer.change(),
                        customer.lasting(),
                        Phrase.of("said.incident.unreached").said());
    }
}
