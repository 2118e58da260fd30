package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.attachment.Attachment;
import fairnotice.attachment.MailText;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.Order;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staff write down an objection that came by email, letter or telephone, with the time at which it came. */
@Service
public class RecordingObjection {

    private final VendorChanges changes;
    private final Customers customers;
    private final OpeningObjection opening;
    private final Clock clock;

    RecordingObjection(VendorChanges changes, Customers customers, OpeningObjection opening, Clock clock) {
        this.changes = changes;
        this.customers = customers;
        this.opening = opening;
        this.clock = clock;
    }

    /**
     * What staff write down.
     *
     * @param customer the publisher's own id of it; null when its sender is nobody known
     * @param email where answers go; null when none was given
     * @param receivedAt when it came
     */
    public record Came(
            String customer,
            Channel channel,
            Instant receivedAt,
            String sender,
            String organisation,
            String email,
            Grounds grounds,
            String text,
            Set<String> orders,
            List<Attachment> attachments) {
        public Came {
            email = EmailAddress.kept(email);
        }
    }

    @Transactional
    public SubmittedObjection record(String reference, Came came, Actor actor) {
        VendorChange change = changes.getByReference(reference);
        mayRecord(change, actor);
        Instant now = clock.instant();
        Optional<Customer> customer = customer(change, came);
        check(change, came, customer, now);
        Submission filing = new Submission(
                came.channel(),
                null,
                came.sender(),
                came.organisation(),
                blankToNull(came.email()),
                came.grounds() == null ? Grounds.NOT_GIVEN : came.grounds(),
                came.orders(),
                null,
                actor.id(),
                now,
                messageId(came),
                false);
        OpeningObjection.Opening written = new OpeningObjection.Opening(
                filing,
                came.receivedAt(),
                customer.map(known -> "customer:" + known.id())
                        .orElse("sender:" + came.channel().name()),
                came.text() == null ? "" : came.text().strip(),
                came.attachments());
        return customer.map(known -> opening.open(change, known, written, now))
                .orElseGet(() -> new SubmittedObjection(opening.openUnmatched(change, written, now), false));
    }

    /** Of the first email that is attached. */
    private static String messageId(Came came) {
        return came.channel() != Channel.EMAIL
                ? null
                : came.attachments().stream()
                        .map(Attachment::content)
                        .filter(MailText::isMail)
                        .flatMap(mail -> MailText.messageId(mail).stream())
                        .findFirst()
                        .orElse(null);
    }

    private static void mayRecord(VendorChange change, Actor actor) {
        if (!actor.scope(Role.LEGAL, Role.ADMIN).includes(change.register())) {
            throw Refused.notAllowed("refused.recording.who");
        }
    }

    private Optional<Customer> customer(VendorChange change, Came came) {
        if (came.customer() == null || came.customer().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(customers
                .find(change.register(), came.customer().strip())
                .orElseThrow(() -> Refused.invalid("customer", "refused.recording.no-such-customer")));
    }

    private void check(VendorChange change, Came came, Optional<Customer> customer, Instant now) {
        Set<String> orders = customer.map(Customer::id).flatMap(customers::withOrdersInCases).stream()
                .flatMap(known -> known.orders().stream())
                .map(Order::externalId)
                .collect(Collectors.toSet());
        // what came is written down to the minute
        Instant earliest = heardOf(change).truncatedTo(ChronoUnit.MINUTES);
        new TextRules()
                .line("sender", "refused.name.sender", came.sender())
                .optionalLine("organisation", "refused.name.organisation", came.organisation())
                .optionalParagraph("text", "refused.name.what-was-said", came.text())
                .refuseIf(
                        came.channel() == null || !came.channel().isRecordedByStaff(),
                        "channel",
                        "refused.recording.channel")
                .refuseIf(came.receivedAt() == null, "receivedAt", "refused.recording.when")
                .refuseIf(
                        came.receivedAt() != null && came.receivedAt().isAfter(now),
                        "receivedAt",
                        "refused.recording.future")
                .refuseIf(
                        came.receivedAt() != null && came.receivedAt().isBefore(earliest),
                        "receivedAt",
                        change.round().number() == 1
                                ? "refused.recording.before-announcement"
                                : "refused.recording.before-proposal")
                .refuseIf(
                        came.email() != null && !came.email().isBlank() && !EmailAddress.isValid(came.email()),
                        "email",
                        EmailAddress.whyNot(came.email(), "refused.email.example-or-none"))
                .refuseIf(!orders.containsAll(came.orders()), "orders", "refused.recording.orders")
                .orRefuse();
    }

    /** An objection to an amended change may have come in an earlier round, whose announcement is no longer told. */
    private Instant heardOf(VendorChange change) {
        if (change.round().number() > 1) {
            return changes.rounds(change.reference()).get(0).proposedAt();
        }
        return change.announcedAt() == null ? change.round().proposedAt() : change.announcedAt();
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
