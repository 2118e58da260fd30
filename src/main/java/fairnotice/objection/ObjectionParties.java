package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.notice.NoticeContacts;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The people of an objection: whom it is written to at its customer, who reads it, who decides in it and who makes it the customer's own. */
@Service
public class ObjectionParties {

    private final ObjectionContexts contexts;
    private final Customers customers;
    private final NoticeContacts noticeContacts;

    ObjectionParties(ObjectionContexts contexts, Customers customers, NoticeContacts noticeContacts) {
        this.contexts = contexts;
        this.customers = customers;
        this.noticeContacts = noticeContacts;
    }

    Optional<Customer> customer(Objection objection) {
        return Optional.ofNullable(objection.customer()).flatMap(customers::find);
    }

    /**
     * Whose receipt of its letters counts at its customer: a contact that one person added or changed in its notice or since it was filed is
     * none of them, and one that was replaced still is. Nobody while it is not matched.
     */
    List<Contact> contacts(Objection objection) {
        return writtenTo(objection.customer());
    }

    private List<Contact> writtenTo(Long customer) {
        return Optional.ofNullable(customer)
                .flatMap(customers::writtenToInCases)
                .map(Customer::contacts)
                .orElse(List.of());
    }

    /** Who is written to about it: those contacts, and whoever filed it. */
    List<Contact> readers(Objection objection) {
        return customer(objection)
                .map(customer -> noticeContacts.counted(objection.change(), List.of(customer)))
                .map(counted -> counted.get(0).contacts())
                .orElse(List.of());
    }

    /**
     * Whether this contact, as its link was opened, decides something of the case for which no code is mailed.
     *
     * @throws Refused when one person entered or changed it in the notice and nobody else has confirmed
     */
    public void mayDecide(Objection objection, Contact by) {
        if (!decides(objection, by)) {
            throw Refused.conflict("refused.objection.contact-unconfirmed");
        }
    }

    /** Whether it does; see {@link #mayDecide}. Whoever does not may write, which leaves an offer open. */
    public boolean decides(Objection objection, Contact by) {
        return contacts(objection).stream().anyMatch(each -> each.id() == by.id() && each.epoch() == by.epoch());
    }

    /** The name of the customer's contact that acts under that id; empty for anybody else. */
    Optional<String> contactNamed(Objection objection, String actor) {
        return contacts(objection).stream()
                .filter(contact ->
                        Actor.contact(objection.customer(), contact.id()).id().equals(actor))
                .findFirst()
                .map(Contact::name);
    }

    /** The case once that was added to it: its customer's own where a contact filed it, unless a single person added or changed that contact. */
    Objection withAdded(Objection objection, Submission added) {
        return byConfirmed(objection.customer(), added).isItsCustomers() ? objection.adoptedByItsCustomer() : objection;
    }

    /** The filing as that customer's: it says of a contact that one person added or changed, and nobody else confirmed, that it was. */
    Submission byConfirmed(Long customer, Submission filing) {
        boolean confirmed = filing.contact() == null
                || writtenTo(customer).stream()
                        .filter(contact -> contact.id() == filing.contact())
                        .anyMatch(contact -> EmailAddress.comparable(contact.email())
                                .equals(EmailAddress.comparable(filing.email())));
        return confirmed ? filing : filing.byUnconfirmed();
    }

    /** Whether the address that it came from is a confirmed contact's of that customer, as far as whoever wrote it down says. */
    boolean isFromContact(long customer, Submission filing) {
        return filing.email() != null
                && writtenTo(customer).stream()
                        .anyMatch(contact -> EmailAddress.comparable(contact.email())
                                .equals(EmailAddress.comparable(filing.email())));
    }

    /**
     * Whether it is the customer's, as far as that can be known: it came from a contact's address, or from somebody else than whoever began that objection, by
     * letter or telephone or, where two people have found out whose it is, in any way.
     */
    boolean isSaidToBeFrom(long customer, Submission filing, Objection begun, boolean isMatched) {
        boolean unaddressed = filing.channel().isRecordedByStaff() && filing.email() == null;
        return isFromContact(customer, filing) || (unaddressed || isMatched) && !filing.isFromSenderOf(begun.filing());
    }

    /**
     * Whether it is, beside one that is nobody's own and was refused or lapsed, the customer's first: the customer submitted it, or it is
     * {@linkplain #isSaidToBeFrom said} to be from it. Of what staff write down that is so once, and once more of what came from a contact's address:
     * one after another could else keep a change from the customer for ever, and what was invented could use up what the customer wrote.
     */
    boolean isFirstBeside(CustomersObjections beside, CustomersSubmission submitted) {
        Submission filing = submitted.submission();
        Objection begun = beside.objection();
        if (filing.isItsCustomers()) {
            return true;
        }
        List<Objection> since = beside.takingNothing().stream().skip(1).toList();
        boolean isFirst = isFromContact(begun.customer(), filing)
                ? since.stream().noneMatch(each -> isFromContact(begun.customer(), each.filing()))
                : since.isEmpty();
        return isFirst && isSaidToBeFrom(begun.customer(), filing, begun, submitted.isMatched());
    }

    /**
     * Whether what staff write down of what came late is one more: such a one was refused before; of what came from a contact's address, one that
     * did. Each would else stop the use until it is refused, without end.
     *
     * @param ended its customer's that are nobody's own and ended without an agreement
     */
    boolean isOneMoreLate(CustomersSubmission submitted, List<Objection> ended) {
        boolean fromContact = isFromContact(submitted.customer(), submitted.submission());
        return !submitted.submission().isItsCustomers()
                && ended.stream()
                        .filter(Objection::late)
                        .anyMatch(each -> !fromContact || isFromContact(submitted.customer(), each.filing()));
    }

    /** Who may bind the customer in it. A contact that one person added or changed in its notice or since it was filed is none of them. */
    public List<Contact> authority(Objection objection) {
        return Optional.ofNullable(objection.customer())
                .flatMap(customers::inCases)
                .map(customer ->
                        Authority.of(customer, contexts.policy(objection).settlement()))
                .orElse(List.of());
    }

    /** Those cases whose customer has no contact to write to, or is gone. */
    List<Objection> withoutContacts(Collection<Objection> objections) {
        Map<Long, Customer> who = customers.writtenToInCases(
                objections.stream().map(Objection::customer).collect(Collectors.toSet()));
        return objections.stream()
                .filter(objection -> !who.containsKey(objection.customer())
                        || who.get(objection.customer()).contacts().isEmpty())
                .toList();
    }
}
