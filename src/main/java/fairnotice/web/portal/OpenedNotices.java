package fairnotice.web.portal;

import fairnotice.access.Actor;
import fairnotice.access.Link;
import fairnotice.access.SignedLinks;
import fairnotice.calendar.Deadline;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeContacts;
import fairnotice.notice.Notices;
import fairnotice.notice.ReadingLinkEnd;
import fairnotice.notice.RenewedLink;
import fairnotice.notice.RenewedLinks;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens a notice with the signed link of one of its customer's contacts. */
@Component
class OpenedNotices {

    /**
     * A notice with whom it was given to and who has opened it.
     *
     * @param again the link sent in place of one that had ended; null for a link that was sent with the notice or its case
     */
    record Opened(Notice notice, Customer customer, Contact contact, RenewedLink again) {

        /** Who acts, as records name it. */
        String actor() {
            return Actor.contact(customer.id(), contact.id()).id();
        }
    }

    private final SignedLinks links;
    private final Notices notices;
    private final RenewedLinks renewed;
    private final ReadingLinkEnd ends;
    private final Registers registers;
    private final NoticeContacts contacts;
    private final Customers customers;
    private final Clock clock;

    OpenedNotices(
            SignedLinks links,
            Notices notices,
            RenewedLinks renewed,
            ReadingLinkEnd ends,
            Registers registers,
            NoticeContacts contacts,
            Customers customers,
            Clock clock) {
        this.links = links;
        this.notices = notices;
        this.renewed = renewed;
        this.ends = ends;
        this.registers = registers;
        this.contacts = contacts;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * Empty for every link that opens nothing, whether it was altered, revoked, or never given.
     *
     * @throws EndedLink when it has ended
     * @throws WaitingLink when its contact has still to be confirmed
     */
    Optional<Opened> with(String token) {
        Optional<Opened> found = find(token);
        if (found.filter(this::isEnded).isPresent()) {
            throw new EndedLink(token, found.get().notice().register());
        }
        return found;
    }

    /** What a link that has ended has opened; empty for every other. */
    Optional<Opened> ended(String token) {
        return find(token).filter(this::isEnded);
    }

    /** Whom letters of the customer's case reach: the end of the key of the words for it. */
    String reached(Opened opened) {
        return contacts.isAnyToBeConfirmed(opened.notice()) ? "confirmed" : "all";
    }

    /** Whether its contact is none that one person alone added or changed; until then it acknowledges nothing. */
    boolean isConfirmed(Opened opened) {
        return contacts.isConfirmed(opened.notice(), opened.contact());
    }

    /** The last day on which the link opens the notice; empty while that is not known. */
    Optional<Deadline> linkEnd(Opened opened) {
        return opened.again() == null ? ends.of(opened.notice()) : Optional.of(end(opened.again(), opened.notice()));
    }

    private boolean isEnded(Opened opened) {
        Instant now = clock.instant();
        return opened.again() == null
                ? ends.isOverAt(opened.notice(), now)
                : end(opened.again(), opened.notice()).isOverAt(now);
    }

    private Optional<Opened> find(String token) {
        return links.read(token).flatMap(link -> switch (link.purpose()) {
            case NOTICE -> open(link.subject(), link, null);
            case RENEWED_NOTICE -> renewed.find(link.subject()).flatMap(again -> open(again.notice(), link, again));
            default -> Optional.empty();
        });
    }

    private Deadline end(RenewedLink link, Notice notice) {
        return Deadline.endingAt(
                link.endsAt(),
                registers.policy(notice.register(), notice.policyVersion()).zone());
    }

    private Optional<Opened> open(long id, Link link, RenewedLink again) {
        Optional<Notice> found = notices.find(id);
        Optional<Opened> opened = found.flatMap(notice -> contacts.withHolders(notice)
                .flatMap(customer ->
                        holder(customer, link).map(contact -> new Opened(notice, customer, contact, again))));
        if (opened.isEmpty()) {
            found.filter(notice -> isToBeConfirmed(notice, link)).ifPresent(notice -> {
                throw new WaitingLink(notice.register());
            });
        }
        return opened;
    }

    /** Whether its holder is a contact of the customer by now, and does not count for the case yet. */
    private boolean isToBeConfirmed(Notice notice, Link link) {
        return customers
                .find(notice.customer())
                .flatMap(customer -> holder(customer, link))
                .isPresent();
    }

    private static Optional<Contact> holder(Customer customer, Link link) {
        return customer.contacts().stream()
                .filter(contact -> contact.id() == link.holder() && contact.epoch() == link.epoch())
                .findFirst();
    }
}
