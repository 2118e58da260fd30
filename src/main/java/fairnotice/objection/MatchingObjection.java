package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finding out whose an objection is that came from nobody known, or that it is nobody's. */
@Service
public class MatchingObjection {

    /** What is kept as the reason of one that went into another case; its sender is not told whose. */
    static final String JOINED = "It is handled together with another objection to the same change.";

    private final Objections objections;
    private final Threads threads;
    private final VendorChanges changes;
    private final Customers customers;
    private final OpeningCase opening;
    private final CaseLetters letters;
    private final StaffDirectory staff;
    private final CaseFile file;
    private final Ledger ledger;
    private final Clock clock;

    MatchingObjection(
            Objections objections,
            Threads threads,
            VendorChanges changes,
            Customers customers,
            OpeningCase opening,
            CaseLetters letters,
            StaffDirectory staff,
            CaseFile file,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.changes = changes;
        this.customers = customers;
        this.opening = opening;
        this.letters = letters;
        this.staff = staff;
        this.file = file;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Matches it to a customer. Where that customer has a live case already this one is closed, and what it said goes into the other.
     *
     * @param customer the publisher's own id of it
     */
    @Transactional
    public Objection match(String reference, String customer, Actor actor) {
        Objection objection = objections.hold(reference);
        CaseRules.mustBeLegal(actor, objection);
        VendorChange change = changes.named(objection.change());
        if (customer == null || customer.isBlank()) {
            throw Refused.invalid("customer", "Please give the id of the customer whose objection this is.");
        }
        Customer known = customers
                .find(objection.register(), customer.strip())
                .orElseThrow(() -> Refused.invalid("customer", "This register has no customer of that id."));
        Instant now = clock.instant();
        objections.holdDoor(change.reference(), known.id());
        Optional<Objection> live = objections
                .live(change.reference(), known.id())
                .map(other -> objections.hold(other.reference()))
                .filter(other -> !other.isSettled() && !file.leavesOthers(other));
        opening.hasReceived(
                change.reference(), objection.round(), known.id(), objection.filing(), objection.receivedAt());
        Objection after = live.isPresent()
                ? joined(objection, live.get(), change, now)
                : matched(objection, change, known, actor, now);
        objections.keep(after);
        ledger.record(CaseEntries.of("objection.matched", objection, actor.id(), now)
                .with("customer", known.id())
                .with("joined", live.map(Objection::reference).orElse(null)));
        return after;
    }

    private Objection matched(Objection objection, VendorChange change, Customer known, Actor actor, Instant now) {
        Measure measure = opening.measure(change, known.id(), objection.receivedAt());
        if (!measure.entitled()) {
            CaseRules.mayReject(change, objection, actor, staff.colleagues());
        }
        Objection matched = objection.matched(known.id(), measure, opening.isAgain(change, known.id()), now);
        if (!measure.entitled()) {
            letters.write(matched, CaseLetter.COMMENT, CaseLetters.Says.NOTHING);
        }
        return matched;
    }

    private Objection joined(Objection objection, Objection live, VendorChange change, Instant now) {
        opening.improved(live, change, objection.filing().grounds(), objection.receivedAt());
        threads.thread(objection.id()).stream()
                .filter(message -> !message.internal())
                .forEach(message -> threads.saySigned(
                        live.id(),
                        message.at(),
                        message.author(),
                        message.kind() == ThreadMessage.Kind.FILED
                                ? objection.filing().signed()
                                : message.signed(),
                        ThreadMessage.Kind.ADDED,
                        false,
                        message.text(),
                        threads.attachments(objection.id()).stream()
                                .filter(attachment -> attachment.message() == message.id())
                                .flatMap(attachment -> threads.attachment(objection.id(), attachment.number()).stream())
                                .toList()));
        return objection.declined(JOINED, now);
    }

    /** It is nobody's who may object: closed, and its sender told why. */
    @Transactional
    public Objection decline(String reference, String reasons, Actor actor) {
        Objection objection = objections.hold(reference);
        VendorChange change = changes.named(objection.change());
        Colleagues colleagues = staff.colleagues();
        CaseRules.mayReject(change, objection, actor, colleagues);
        new TextRules()
                .paragraph("comment", "why it is nobody's who may object", reasons)
                .orRefuse();
        Instant now = clock.instant();
        Objection declined = objection.declined(reasons.strip(), now);
        objections.keep(declined);
        threads.say(objection.id(), now, actor.id(), ThreadMessage.Kind.DECLINED, false, reasons.strip(), List.of());
        ledger.record(CaseEntries.of("objection.declined", objection, actor.id(), now)
                .with("reasons", reasons)
                .with("singleHanded", CaseRules.isSingleHanded(change, actor, colleagues)));
        return declined;
    }
}
