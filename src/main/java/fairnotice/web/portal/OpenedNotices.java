package fairnotice.web.portal;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.access.SignedLinks;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.notice.Notice;
import fairnotice.notice.Notices;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens a notice with the signed link of one of its customer's contacts. */
@Component
class OpenedNotices {

    /** A notice with whom it was given to and who has opened it. */
    record Opened(Notice notice, Customer customer, Contact contact) {}

    private final SignedLinks links;
    private final Notices notices;
    private final Customers customers;

    OpenedNotices(SignedLinks links, Notices notices, Customers customers) {
        this.links = links;
        this.notices = notices;
        this.customers = customers;
    }

    /** Empty for every link that opens nothing, whether it was altered, revoked, or never given. */
    Optional<Opened> with(String token) {
        return links.read(token)
                .filter(link -> link.purpose() == LinkPurpose.NOTICE)
                .flatMap(this::open);
    }

    private Optional<Opened> open(Link link) {
        return notices.find(link.subject())
                .flatMap(notice -> customers
                        .find(notice.customer())
                        .flatMap(customer ->
                                holder(customer, link).map(contact -> new Opened(notice, customer, contact))));
    }

    private static Optional<Contact> holder(Customer customer, Link link) {
        return customer.contacts().stream()
                .filter(contact -> contact.id() == link.holder() && contact.epoch() == link.epoch())
                .findFirst();
    }
}
