package fairnotice.objection;

import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.register.Settlement;
import java.util.List;

/** Who may bind a customer: contacts with one of the policy's roles; where there is none, every contact. */
public final class Authority {

    private Authority() {}

    public static List<Contact> of(Customer customer, Settlement settlement) {
        List<Contact> having = customer.contacts().stream()
                .filter(contact -> contact.roles().stream()
                        .anyMatch(role -> settlement.authority().contains(role.name())))
                .toList();
        return having.isEmpty() ? customer.contacts() : having;
    }
}
