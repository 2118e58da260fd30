package fairnotice.web.portal;

import fairnotice.access.Link;
import fairnotice.access.SignedLinks;
import fairnotice.calendar.Deadline;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
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
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Opens a notice with the signed link of one of its customer's contacts. */
@Component
class OpenedNotices {

    /**
     * A notice with whom it was given to and who has opened it.
     *
     * @param linkEnds the last day on which the link opens it; null while that is not known
     */
    record Opened(Notice notice, Customer customer, Contact contact, Deadline linkEnds) {

        private boolean isEndedAt(Instant now) {
            return linkEnds != null && linkEnds.isOverAt(now);
        }
    }

    private final SignedLinks links;
    private final Notices notices;
    private final RenewedLinks renewed;
    private final ReadingLinkEnd ends;
    private final Registers registers;
    private final NoticeContacts contacts;
    private final Clock clock;

    OpenedNotices(
            SignedLinks links,
            Notices notices,
            RenewedLinks renewed,
            ReadingLinkEnd ends,
            Registers registers,
            NoticeContacts contacts,
            Clock clock) {
        this.links = links;
        this.notices = notices;
        this.renewed = renewed;
        this.ends = ends;
        this.registers = registers;
        this.contacts = contacts;
        this.clock = clock;
    }

    /**
     * Empty for every link that opens nothing, whether it was altered, revoked, or never given.
     *
     * @throws EndedLink when it has ended
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

    private boolean isEnded(Opened opened) {
        return opened.isEndedAt(clock.instant());
    }

    private Optional<Opened> find(String token) {
        return links.read(token).flatMap(link -> switch (link.purpose()) {
            case NOTICE ->
                notices.find(link.subject())
                        .flatMap(notice ->
                                open(notice, link, () -> ends.of(notice).orElse(null)));
            case RENEWED_NOTICE ->
                renewed.find(link.subject())
                        .flatMap(again -> notices.find(again.notice())
                                .flatMap(notice -> open(notice, link, () -> end(again, notice))));
            default -> Optional.empty();
        });
    }

    private Deadline end(RenewedLink link, Notice notice) {
        return Deadline.endingAt(
                link.endsAt(),
                registers.policy(notice.register(), notice.policyVersion()).zone());
    }

    private Optional<Opened> open(Notice notice, Link link, Supplier<Deadline> end) {
        return contacts.withHolders(notice)
                .flatMap(customer ->
                        holder(customer, link).map(contact -> new Opened(notice, customer, contact, end.get())));
    }

    private static Optional<Contact> holder(Customer customer, Link link) {
        return customer.contacts().stream()
                .filter(contact -> contact.id() == link.holder() && contact.epoch() == link.epoch())
                .findFirst();
    }
}
