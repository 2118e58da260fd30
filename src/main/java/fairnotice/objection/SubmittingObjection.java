package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Order;
import fairnotice.notice.Notice;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An objection through the signed link in a notice. It counts from the moment it arrives, before anything is waited for. */
@Service
public class SubmittingObjection {

    private final VendorChanges changes;
    private final OpeningObjection opening;
    private final SubmissionBackpressure rush;
    private final ObjectionDrafts drafts;
    private final Clock clock;

    SubmittingObjection(
            VendorChanges changes,
            OpeningObjection opening,
            SubmissionBackpressure rush,
            ObjectionDrafts drafts,
            Clock clock) {
        this.changes = changes;
        this.opening = opening;
        this.rush = rush;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Files it, or adds it to the live case of the same customer; the draft of it is then not needed any more.
     *
     * @param notice the one whose link was opened
     * @param contact id of the contact it was given to
     * @param seen reference of the last case the form knew of, empty for none; null when that does not matter
     * @throws Refused when the change was withdrawn, or what is stated cannot be used as it is
     */
    @Transactional
    public SubmittedObjection file(
            Notice notice, Customer customer, long contact, ObjectionStatement statement, String seen) {
        Instant arrived = clock.instant();
        rush.arrived();
        Contact by = customer.contacts().stream()
                .filter(each -> each.id() == contact)
                .findFirst()
                .orElseThrow(() -> Refused.unknown("refused.unknown.notice"));
        statement
                .check(customer.orders().stream().map(Order::externalId).collect(Collectors.toSet()))
                .orRefuse();
        VendorChange change = changes.getByReference(notice.reference());
        Submission filing = new Submission(
                Channel.LINK,
                contact,
                by.name(),
                null,
                by.email(),
                statement.grounds(),
                statement.orders(),
                null,
                null,
                arrived);
        drafts.discard(notice.id(), contact);
        return opening.open(
                change,
                customer,
                new OpeningObjection.Opening(
                        filing,
                        arrived,
                        Actor.contact(customer.id(), contact).id(),
                        statement.text(),
                        statement.attachments(),
                        seen),
                arrived);
    }
}
