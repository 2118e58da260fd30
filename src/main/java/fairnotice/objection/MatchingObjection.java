package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.attachment.Attachment;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finding out whose an objection is that came from nobody known, or that it is nobody's. */
@Service
public class MatchingObjection {

    /** What is kept as the reason of one that went into another case; its sender is not told whose. */
    static final String JOINED = Phrase.of("said.declined.joined").english();

    private final Objections objections;
    private final Threads threads;
    private final VendorChanges changes;
    private final Customers customers;
    private final OpeningObjection opening;
    private final MeasuringSubmission measuring;
    private final ObjectionEmails letters;
    private final StaffDirectory staff;
    private final ObjectionContexts contexts;
    private final StatedMatches stated;
    private final Ledger ledger;
    private final Clock clock;

    MatchingObjection(
            Objections objections,
            Threads threads,
            VendorChanges changes,
            Customers customers,
            OpeningObjection opening,
            MeasuringSubmission measuring,
            ObjectionEmails letters,
            StaffDirectory staff,
            ObjectionContexts contexts,
            StatedMatches stated,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.changes = changes;
        this.customers = customers;
        this.opening = opening;
        this.measuring = measuring;
        this.letters = letters;
        this.staff = staff;
        this.contexts = contexts;
        this.stated = stated;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Matches it to a customer once a second person states the same, since one alone could lose an objection by giving it to a customer that may
     * not object, or show it to a stranger. Where that customer has a live case already this one is closed, and what it said goes into the other.
     *
     * @param customer the publisher's own id of it
     * @return the case as it is then; still to be matched where it waits for a second person
     */
    @Transactional
    public Objection match(String reference, String customer, Actor actor) {
        Objection objection = objections.lock(reference);
        ObjectionRules.mustBeLegal(actor, objection);
        VendorChange change = changes.getByReference(objection.change());
        if (customer == null || customer.isBlank()) {
            throw Refused.invalid("customer", "refused.match.customer");
        }
        Customer known = customers
                .find(objection.register(), customer.strip())
                .orElseThrow(() -> Refused.invalid("customer", "refused.unknown.customer-id"));
        mayNotBeItsBefore(objection, known);
        Instant now = clock.instant();
        StatedMatch own = new StatedMatch(objection.id(), known.id(), actor.id(), now);
        StatedMatch first = stated.of(objection.id())
                .filter(match -> match.customer() == known.id())
                .orElse(own);
        Colleagues colleagues = staff.colleagues();
        if (Refused.reason(() -> ObjectionRules.mayConfirmMatch(change, objection, first, actor, colleagues))
                .isPresent()) {
            return stated(objection, change, own, actor);
        }
        stated.remove(objection.id());
        objections.lockForSubmission(change.reference(), known.id());
        Optional<Objection> live = objections
                .live(change.reference(), known.id())
                .map(other -> objections.lock(other.reference()))
                .filter(other -> !other.isSettled() && !contexts.of(other).leavesOthers());
        CustomersSubmission submitted = of(objection, change, known.id());
        Optional<Objection> overtaken = live.filter(other -> measuring.isOvertaken(other, submitted));
        overtaken.ifPresent(refused -> opening.endForOwn(refused, actor.id(), now));
        Optional<Objection> joins = live.filter(other -> overtaken.isEmpty());
        Objection after = joins.isPresent()
                ? joined(objection, joins.get(), submitted, now)
                : matched(objection, submitted, actor, now);
        objections.save(after);
        ledger.record(ObjectionEntries.of("objection.matched", objection, actor.id(), now)
                .with("customer", known.id())
                .with("joined", joins.map(Objection::reference).orElse(null))
                .with("statedBy", first == own ? null : first.by())
                .with(
                        "singleHanded",
                        ObjectionRules.MATCHED_AND_CONFIRMED.isSingleHanded(
                                actor,
                                ObjectionRules.barredFromMatching(change, first),
                                objection.register(),
                                colleagues)));
        letters.write(objection, ObjectionEmail.MATCHED, known(objection, known));
        return after;
    }

    /** Taking it up again is for what was matched wrongly: matched to the same customer, it could be decided again and again. */
    private void mayNotBeItsBefore(Objection objection, Customer customer) {
        objections.ofCustomer(customer.id(), List.of(objection.change())).stream()
                .filter(each -> each.receivedAt().equals(objection.receivedAt())
                        && each.filing().isFromSenderOf(objection.filing()))
                .findFirst()
                .ifPresent(before -> {
                    throw Refused.conflict("refused.match.its-before", before.reference());
                });
    }

    private Objection stated(Objection objection, VendorChange change, StatedMatch own, Actor actor) {
        if (!measuring.measure(of(objection, change, own.customer())).entitled()) {
            ObjectionRules.mayReject(change, objection, actor, staff.colleagues());
        }
        objection.mayBeMatched();
        stated.save(own);
        ledger.record(ObjectionEntries.of("objection.match-stated", objection, actor.id(), own.at())
                .with("customer", own.customer()));
        return objection;
    }

    /** The customer's name is for those alone who write from where one of its contacts does. */
    private static EmailFacts known(Objection objection, Customer customer) {
        String domain = domain(objection.filing().email());
        boolean same = domain != null
                && customer.contacts().stream().anyMatch(contact -> domain.equals(domain(contact.email())));
        return same ? EmailFacts.dated(List.of(new EmailFact("matched-to", customer.name()))) : EmailFacts.NOTHING;
    }

    private static String domain(String email) {
        return email == null
                ? null
                : email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** What one person stated of whose it is, while that waits for another. */
    @Transactional(readOnly = true)
    public Optional<StatedMatch> waiting(Objection objection) {
        return stated.of(objection.id());
    }

    /** Whom that waits for, when nobody who is there now may state the same. */
    @Transactional(readOnly = true)
    public Optional<Phrase> vacancy(Objection objection) {
        VendorChange change = changes.getByReference(objection.change());
        return stated.of(objection.id())
                .flatMap(first -> ObjectionRules.MATCHED_AND_CONFIRMED.vacancy(
                        ObjectionRules.barredFromMatching(change, first), objection.register(), staff.colleagues()));
    }

    /**
     * Takes up again what was declined, or matched to the wrong customer: as a new objection that came when the first did, and is to be matched. The
     * first stays as it is, and is refused for its sender where it is open.
     *
     * @throws Refused when one of the customer's contacts filed it, it is still to be matched, or the change is over
     */
    @Transactional
    public Objection takeUpAgain(String reference, Actor actor) {
        Objection objection = objections.lock(reference);
        ObjectionRules.mustBeLegal(actor, objection);
        if (!mayBeTakenUpAgain(objection)) {
            throw Refused.conflict("refused.match.not-taken-up");
        }
        Instant now = clock.instant();
        ThreadMessage filed = threads.thread(objection.id()).get(0);
        List<Attachment> attachments = threads.attachments(objection.id()).stream()
                .filter(attachment -> attachment.message() == filed.id())
                .flatMap(attachment -> threads.attachment(objection.id(), attachment.number()).stream())
                .toList();
        Objection again = opening.openUnmatched(
                changes.getByReference(objection.change()),
                new OpeningObjection.Opening(
                        objection.filing().measuredBy(null),
                        objection.receivedAt(),
                        filed.author(),
                        filed.text(),
                        attachments),
                now);
        ledger.record(ObjectionEntries.of("objection.taken-up-again", objection, actor.id(), now)
                .with("as", again.reference()));
        return again;
    }

    /** Not what one of the customer's contacts made its own: it was matched rightly, then. */
    public static boolean mayBeTakenUpAgain(Objection objection) {
        return objection.filing().contact() == null
                && objection.isNobodysOwn()
                && objection.state() != ObjectionState.UNMATCHED;
    }

    private static CustomersSubmission of(Objection objection, VendorChange change, long customer) {
        return new CustomersSubmission(change, customer, objection.filing(), objection.receivedAt(), true);
    }

    private Objection matched(Objection objection, CustomersSubmission submitted, Actor actor, Instant now) {
        Measure measure = measuring.measure(submitted);
        if (!measure.entitled()) {
            ObjectionRules.mayReject(submitted.change(), objection, actor, staff.colleagues());
        }
        Objection matched = objection.matched(
                submitted.customer(),
                measure,
                measuring.isAgain(submitted, measure),
                SettlementDates.answeredBy(
                        contexts.policy(objection), objection.filing(), measure.closes(), objection.answerDueAt()),
                now);
        if (!measure.entitled()) {
            letters.write(matched, ObjectionEmail.COMMENT, EmailFacts.NOTHING);
        }
        return matched;
    }

    private Objection joined(Objection objection, Objection live, CustomersSubmission submitted, Instant now) {
        opening.joined(live, submitted, now);
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
        Objection objection = objections.lock(reference);
        VendorChange change = changes.getByReference(objection.change());
        Colleagues colleagues = staff.colleagues();
        ObjectionRules.mayReject(change, objection, actor, colleagues);
        new TextRules()
                .paragraph("comment", "refused.name.why-declined", reasons)
                .orRefuse();
        Instant now = clock.instant();
        Objection declined = objection.declined(reasons.strip(), now);
        objections.save(declined);
        threads.say(objection.id(), now, actor.id(), ThreadMessage.Kind.DECLINED, false, reasons.strip(), List.of());
        ledger.record(ObjectionEntries.of("objection.declined", objection, actor.id(), now)
                .with("reasons", reasons)
                .with("singleHanded", ObjectionRules.isSingleHanded(change, objection, actor, colleagues)));
        return declined;
    }
}
