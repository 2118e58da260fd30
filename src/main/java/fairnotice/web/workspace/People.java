package fairnotice.web.workspace;

import fairnotice.access.Actor;
import fairnotice.access.StaffDirectory;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.web.Phrases;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The names behind the ids that stand in the ledger, as long as they are known; in templates {@code ${@people.named(…)}}. */
@Component
public class People {

    private static final Pattern CONTACT = Pattern.compile("customer:(\\d{1,18})(?:/contact:(\\d{1,18}))?");

    private final StaffDirectory staff;
    private final Customers customers;
    private final Phrases phrases;

    People(StaffDirectory staff, Customers customers, Phrases phrases) {
        this.staff = staff;
        this.customers = customers;
        this.phrases = phrases;
    }

    /** "Lena Brandt (legal)" */
    public String named(String actor) {
        return named(actor, customers::find);
    }

    /** @param known finds the customer of an id among those that were read already */
    public String named(String actor, LongFunction<Optional<Customer>> known) {
        Matcher contact = CONTACT.matcher(actor);
        if (actor.startsWith("sender:")) {
            return phrases.said("workspace.people.sender");
        }
        if (actor.equals(Actor.SYSTEM.id())) {
            return phrases.said("workspace.people.system");
        }
        if (contact.matches()) {
            return known.apply(Long.parseLong(contact.group(1)))
                    .map(customer -> contact.group(2) == null ? customer.name() : contact(customer, contact.group(2)))
                    .orElse(actor);
        }
        return staff.findByUsername(actor)
                .map(member -> member.name() + " (" + actor + ")")
                .orElse(actor);
    }

    /** By name as long as the customer has that contact. */
    private String contact(Customer of, String id) {
        return of.contacts().stream()
                .filter(each -> Long.toString(each.id()).equals(id))
                .findFirst()
                .map(each -> phrases.said("workspace.case.by.contact", each.name(), of.name()))
                .orElseGet(() -> phrases.said("workspace.people.contact", of.name()));
    }
}
