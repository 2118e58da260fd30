package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.StaffDirectory;
import fairnotice.calendar.Days;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Contact;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.notice.ConfirmingService;
import fairnotice.notice.ServiceRules;
import fairnotice.notice.StatedService;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.register.NoticePolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reaching a customer that a letter of its case did not reach: by service in another way, with proof, or at an address put right. */
@Service
public class ReachingObjector {

    private static final Phrase NOBODY = Phrase.of("refused.reach.email-nobody");

    private final Objections objections;
    private final WrittenEmails written;
    private final ObjectionContexts contexts;
    private final ObjectionParties parties;
    private final ObjectionTimes times;
    private final ConfirmingService confirming;
    private final ObjectionProcess process;
    private final VendorChanges changes;
    private final StaffDirectory staff;
    private final Ledger ledger;
    private final Clock clock;

    ReachingObjector(
            Objections objections,
            WrittenEmails written,
            ObjectionContexts contexts,
            ObjectionParties parties,
            ObjectionTimes times,
            ConfirmingService confirming,
            ObjectionProcess process,
            VendorChanges changes,
            StaffDirectory staff,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.written = written;
        this.contexts = contexts;
        this.parties = parties;
        this.times = times;
        this.confirming = confirming;
        this.process = process;
        this.changes = changes;
        this.staff = staff;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Records service by letter or in person; the customer's time runs from that day, where it leaves less than half of that time only once a
     * second person records the same day.
     *
     * @param on the day it was served, in the register's zone; not before the letter was written, not in the future
     * @param proof how it was served and what proves it
     */
    @Transactional
    public void served(String reference, LocalDate on, String proof, Actor actor) {
        Objection objection = unreached(reference, actor);
        VendorChange change = changes.getByReference(objection.change());
        Colleagues colleagues = staff.colleagues();
        ServiceRules.mayServe(change, actor, colleagues);
        WrittenEmail letter = letter(objection);
        NoticePolicy policy = contexts.policy(objection);
        Instant now = clock.instant();
        new TextRules()
                .paragraph("proof", "refused.name.email-service-proof", proof)
                .refuseIf(on == null, "servedOn", "refused.service.email-day")
                .refuseIf(
                        on != null && on.isAfter(LocalDate.ofInstant(now, policy.zone())),
                        "servedOn",
                        "refused.service.future")
                .refuseIf(
                        on != null && on.isBefore(LocalDate.ofInstant(letter.writtenAt(), policy.zone())),
                        "servedOn",
                        "refused.service.before-email")
                .orRefuse();
        Instant morning = Days.morning(on, policy.zone());
        Instant at = morning.isAfter(now) ? now : morning;
        String how = "on " + on + ": " + proof;
        ConfirmingService.Verdict verdict = confirming.weigh(new ConfirmingService.Recorded(
                about(letter.key()),
                change,
                on,
                proof,
                times.isMoreThanHalfGone(objection, letter, at, now),
                actor,
                now));
        if (!verdict.counts()) {
            ledger.record(entry("objection.service-stated", objection, letter, actor, now, how));
            return;
        }
        written.save(letter.served(at));
        times.recount(objection, now);
        times.tellReached(reference);
        boolean alone = verdict.alone() || ServiceRules.isSingleHanded(change, actor, colleagues);
        record(
                entry("objection.served", objection, letter, actor, now, how).with("statedBy", verdict.statedBy()),
                objection,
                alone);
    }

    /** The service of the letter that waits for a second person. */
    @Transactional(readOnly = true)
    public Optional<StatedService> stated(Objection objection) {
        return EmailKey.awaited(objection).flatMap(key -> confirming.waiting(about(key)));
    }

    /** Whom a service of the letter waits for, when nobody who is there now may confirm it. */
    @Transactional(readOnly = true)
    public Optional<Phrase> vacancy(String reference) {
        Objection objection = objections.getByReference(reference);
        return EmailKey.awaited(objection)
                .flatMap(key -> confirming.vacancy(about(key), changes.getByReference(objection.change())));
    }

    private static String about(EmailKey key) {
        return key.mailing(0);
    }

    /** Writes to a contact once more, or for the first time, after its address was put right. */
    @Transactional
    public void writeAgain(String reference, long contactId, Actor actor) {
        Objection objection = unreached(reference, actor);
        WrittenEmail letter = letter(objection);
        if (parties.contacts(objection).isEmpty()) {
            throw Refused.conflict(NOBODY);
        }
        Contact contact = parties.contacts(objection).stream()
                .filter(each -> each.id() == contactId)
                .findFirst()
                .orElseThrow(() -> Refused.invalid("contact", "refused.reach.own-contact"));
        Instant now = clock.instant();
        times.writeAgain(objection, letter, contact, now);
        record(
                entry("objection.written-again", objection, letter, actor, now, "to contact " + contactId),
                objection,
                false);
    }

    /** In which cases nobody can be written to, by their references, and what can be done instead. */
    @Transactional(readOnly = true)
    public Map<String, Phrase> obstaclesToWriting(Collection<String> references) {
        return parties.withoutContacts(objections.byReferences(references).values()).stream()
                .collect(Collectors.toMap(Objection::reference, objection -> NOBODY));
    }

    /** The letter that has not reached the customer, with what became of it at each contact. @throws Refused when it has by now */
    @Transactional(readOnly = true)
    public WrittenEmail letter(Objection objection) {
        return EmailKey.awaited(objection).flatMap(written::find).orElseThrow(ReachingObjector::over);
    }

    private Objection unreached(String reference, Actor actor) {
        Objection objection = objections.lock(reference);
        ObjectionRules.mustBeLegal(actor, objection);
        if (!objection.isUnreached()) {
            throw over();
        }
        return objection;
    }

    private void record(Entry entry, Objection objection, boolean alone) {
        process.datesMoved(objection.reference());
        ledger.record(entry.with("singleHanded", alone));
    }

    private static Entry entry(
            String kind, Objection objection, WrittenEmail letter, Actor actor, Instant now, String how) {
        return ObjectionEntries.of(kind, objection, actor.id(), now)
                .with("letter", letter.key().letter())
                .with("how", how);
    }

    private static Refused over() {
        return Refused.conflict("refused.reach.email-needless");
    }
}
