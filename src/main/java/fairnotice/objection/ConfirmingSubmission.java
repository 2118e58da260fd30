package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.notice.NoticeContacts;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The address of a filing from the public page is confirmed: it counts from its filing, as its customer's or as one to be matched. */
@Service
public class ConfirmingSubmission {

    private final UnconfirmedSubmissions filings;
    private final VendorChanges changes;
    private final Customers customers;
    private final NoticeContacts contacts;
    private final ObjectionContexts contexts;
    private final OpeningObjection opening;
    private final Clock clock;

    ConfirmingSubmission(
            UnconfirmedSubmissions filings,
            VendorChanges changes,
            Customers customers,
            NoticeContacts contacts,
            ObjectionContexts contexts,
            OpeningObjection opening,
            Clock clock) {
        this.filings = filings;
        this.changes = changes;
        this.customers = customers;
        this.contacts = contacts;
        this.contexts = contexts;
        this.opening = opening;
        this.clock = clock;
    }

    /** @return reference of the objection; confirming again returns the same */
    @Transactional
    public String confirm(long id) {
        Unconfirmed filing = filings.lock(id).orElseThrow(() -> Refused.unknown("refused.unknown.submission"));
        if (filing.objection() != null) {
            return filing.objection();
        }
        Instant now = clock.instant();
        inTime(filing, now);
        VendorChange change = changes.getByReference(filing.change());
        List<Customer> known =
                contacts.counted(change.reference(), customers.withContact(change.register(), filing.email())).stream()
                        .filter(customer -> contexts.notice(change.reference(), customer.id())
                                .isPresent())
                        .filter(customer -> sender(customer, filing).isPresent())
                        .toList();
        Objection objection = known.size() == 1
                ? ofKnown(change, known.get(0), filing, now)
                : opening.openUnmatched(change, opening(filing, null, "sender:" + filing.id()), now);
        filings.confirmed(id, objection.reference(), now);
        return objection.reference();
    }

    /** Why it can no longer be confirmed; empty where it can be, or was. */
    @Transactional(readOnly = true)
    public Optional<Phrase> obstacle(Unconfirmed filing) {
        return filing.objection() != null
                ? Optional.empty()
                : Refused.reason(() -> {
                    inTime(filing, clock.instant());
                    GivenUpChange.refuse(changes.getByReference(filing.change()));
                });
    }

    private static void inTime(Unconfirmed filing, Instant now) {
        boolean asked = filing.mailedAt() != null;
        if (asked && Unconfirmed.toBeConfirmedBy(filing.mailedAt()).isBefore(now)) {
            throw Refused.conflict("refused.submission.expired");
        }
    }

    /**
     * Another filing of the same address against the same change, by the link of one of them: whoever holds it reads that mailbox.
     *
     * @throws Refused when it is not such a filing
     */
    @Transactional
    public String confirm(Unconfirmed by, long other) {
        boolean own = filings.besides(by).stream().anyMatch(filing -> filing.id() == other);
        if (!own) {
            throw Refused.unknown("refused.unknown.submission");
        }
        return confirm(other);
    }

    private Objection ofKnown(VendorChange change, Customer customer, Unconfirmed filing, Instant now) {
        Contact contact = sender(customer, filing).orElseThrow();
        return opening.open(
                        change,
                        customer,
                        opening(
                                filing,
                                contact.id(),
                                Actor.contact(customer.id(), contact.id()).id()),
                        now)
                .objection();
    }

    private static Optional<Contact> sender(Customer customer, Unconfirmed filing) {
        return customer.contacts().stream()
                .filter(each -> EmailAddress.comparable(each.email()).equals(EmailAddress.comparable(filing.email())))
                .findFirst();
    }

    private static OpeningObjection.Opening opening(Unconfirmed filing, Long contact, String author) {
        return new OpeningObjection.Opening(
                new Submission(
                        Channel.PAGE,
                        contact,
                        filing.name(),
                        filing.organisation(),
                        filing.email(),
                        filing.grounds(),
                        Set.of(),
                        null,
                        null,
                        filing.filedAt()),
                filing.filedAt(),
                author,
                filing.text(),
                List.of());
    }
}
