package fairnotice.objection;

import fairnotice.attachment.Attachment;
import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.customer.Customer;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.notice.AcknowledgingNotice;
import fairnotice.notice.Notice;
import fairnotice.refusal.Refused;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Opens the case of an objection, or adds to the live one of the same customer. Whether it is in time is computed from the customer's own
 * deadline and the moment at which it counts as filed, never from a timer.
 */
@Service
class OpeningObjection {

    private static final Set<ChangeState> NOT_ANNOUNCED =
            EnumSet.of(ChangeState.IN_REVIEW, ChangeState.SECOND_APPROVAL, ChangeState.RETURNED, ChangeState.SCHEDULED);

    private final Objections objections;
    private final Threads threads;
    private final ObjectionContexts contexts;
    private final MeasuringSubmission measuring;
    private final ObjectionParties parties;
    private final ObjectionEmails letters;
    private final RestartingCustomerTime restarting;
    private final Registers registers;
    private final SettlementDates dates;
    private final AcknowledgingNotice acknowledging;
    private final Ledger ledger;

    OpeningObjection(
            Objections objections,
            Threads threads,
            ObjectionContexts contexts,
            MeasuringSubmission measuring,
            ObjectionParties parties,
            ObjectionEmails letters,
            RestartingCustomerTime restarting,
            Registers registers,
            SettlementDates dates,
            AcknowledgingNotice acknowledging,
            Ledger ledger) {
        this.objections = objections;
        this.threads = threads;
        this.contexts = contexts;
        this.measuring = measuring;
        this.parties = parties;
        this.letters = letters;
        this.restarting = restarting;
        this.registers = registers;
        this.dates = dates;
        this.acknowledging = acknowledging;
        this.ledger = ledger;
    }

    /**
     * Who files, how, when.
     *
     * @param author an actor's id for the thread, and for the ledger where no member of staff wrote it down
     * @param seen reference of the last case its sender knew of when the form was opened, empty for none; null when that is not asked
     */
    record Opening(
            Submission filing,
            Instant receivedAt,
            String author,
            String text,
            List<Attachment> attachments,
            String seen) {

        Opening(Submission filing, Instant receivedAt, String author, String text, List<Attachment> attachments) {
            this(filing, receivedAt, author, text, attachments, null);
        }

        private Opening of(Submission other) {
            return new Opening(other, receivedAt, author, text, attachments, seen);
        }

        private CustomersSubmission of(VendorChange change, long customer) {
            return new CustomersSubmission(change, customer, filing, receivedAt, false);
        }

        /** Who did it, for the ledger: what staff write down is their act, whoever they say it came from. */
        String actor() {
            return filing.recordedBy() == null ? author : filing.recordedBy();
        }
    }

    /** The case of a known customer. */
    SubmittedObjection open(VendorChange change, Customer customer, Opening stated, Instant now) {
        mustBeLive(change);
        Opening opening = stated.of(parties.byConfirmed(customer.id(), stated.filing()));
        objections.lockForSubmission(change.reference(), customer.id());
        Optional<Objection> newest = objections
                .newest(change.reference(), customer.id())
                .map(last -> last.isSettled() ? last : objections.lock(last.reference()));
        if (newest.filter(last -> isClosedSince(last, opening.seen())).isPresent()) {
            return new SubmittedObjection(newest.get(), false, true);
        }
        CustomersSubmission submitted = opening.of(change, customer.id());
        if (newest.filter(last -> measuring.isOvertaken(last, submitted)).isPresent()) {
            endForOwn(newest.get(), opening.actor(), now);
        } else if (newest.filter(last -> isLive(last) || staysComment(last, submitted))
                .isPresent()) {
            return new SubmittedObjection(add(newest.get(), submitted, opening, now), true);
        }
        return new SubmittedObjection(begin(submitted, opening, now), false);
    }

    /** What comes while orders are terminated goes into that case, unless others go on: for those it is an objection of its own. */
    private boolean isLive(Objection last) {
        return !last.isSettled() && !contexts.of(last).leavesOthers();
    }

    /** Ends what its customer's own objection takes the place of. @param actor for the ledger */
    void endForOwn(Objection refused, String actor, Instant now) {
        objections.save(refused.refusedForGood(now));
        ledger.record(ObjectionEntries.of("objection.refusal-final", refused, actor, now));
    }

    /** The same form sent again after its case was closed: nobody meant to file anew. */
    private static boolean isClosedSince(Objection last, String seen) {
        return seen != null
                && last.isSettled()
                && last.state() != ObjectionState.COMMENT
                && !last.reference().equals(seen);
    }

    /** The case of somebody unknown, to be matched. */
    Objection openUnmatched(VendorChange change, Opening opening, Instant now) {
        mustBeLive(change);
        objections.lockForSubmission(change.reference(), null);
        Optional<Objection> repeated = repeatedUnmatched(change, opening, now);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        NoticePolicy policy = registers.getById(change.register()).policy();
        Instant due = dates.due(policy, ObjectionState.UNMATCHED, opening.receivedAt());
        Objection kept = objections.add(new NewObjection(
                change.reference(),
                change.register(),
                change.round().number(),
                policy.version(),
                null,
                ObjectionState.UNMATCHED,
                opening.filing(),
                opening.receivedAt(),
                false,
                false,
                null,
                due,
                due,
                null));
        sayFiled(kept, opening, now);
        return kept;
    }

    /** The same filing again, as a double click sends it. */
    private Optional<Objection> repeatedUnmatched(VendorChange change, Opening opening, Instant now) {
        return objections.unmatched(List.of(change.reference())).stream()
                .filter(each -> each.receivedAt().equals(opening.receivedAt()))
                .filter(each -> each.filing().sender().equals(opening.filing().sender()))
                .filter(each -> isRepeated(each, opening, now))
                .findFirst();
    }

    private Objection begin(CustomersSubmission submitted, Opening opening, Instant now) {
        VendorChange change = submitted.change();
        Measure measure = measuring.measure(submitted, hasReceived(submitted));
        NoticePolicy policy = registers.policy(change.register(), measure.policyVersion());
        Instant answerDue = dates.due(policy, ObjectionState.ASSESSMENT, opening.receivedAt());
        Objection kept = objections.add(new NewObjection(
                change.reference(),
                change.register(),
                change.round().number(),
                measure.policyVersion(),
                submitted.customer(),
                measure.entitled() ? ObjectionState.ASSESSMENT : ObjectionState.COMMENT,
                opening.filing().measuredBy(measure.explanation()),
                opening.receivedAt(),
                measure.late(),
                measuring.isAgain(submitted, measure),
                measure.closes(),
                answerDue,
                SettlementDates.answeredBy(policy, opening.filing(), measure.closes(), answerDue),
                measure.entitled() ? null : now));
        sayFiled(kept, opening, now);
        if (!measure.entitled()) {
            letters.write(kept, ObjectionEmail.COMMENT, EmailFacts.quoting(opening.text()));
        }
        return kept;
    }

    /**
     * A customer that objects, or comments, has received its notice. Where receipt starts the clock this moves its window, which is
     * measured after.
     *
     * @return its notice, with the dates that count then
     */
    private Optional<Notice> hasReceived(CustomersSubmission submitted) {
        Submission filing = submitted.submission();
        Optional<Notice> notice = contexts.notice(submitted.change().reference(), submitted.customer());
        int round = submitted.change().round().number();
        return notice.map(given -> filing.isItsCustomers() && given.isAnsweredBy(round, submitted.receivedAt())
                ? acknowledging.acted(given, filing.contact(), submitted.receivedAt())
                : given);
    }

    /** Whoever could only comment goes on commenting in the same place, until it may object. */
    private boolean staysComment(Objection last, CustomersSubmission submitted) {
        return last.state() == ObjectionState.COMMENT
                && !measuring.measure(submitted).entitled();
    }

    private Objection add(Objection objection, CustomersSubmission submitted, Opening opening, Instant now) {
        if (isRepeated(objection, opening, now) && better(objection, submitted) == objection) {
            return objection;
        }
        if (!opening.filing().channel().isRecordedByStaff()) {
            ObjectionRules.mayStillWrite(threads.thread(objection.id()));
        }
        hasReceived(submitted);
        Objection after = joined(objection, submitted, now);
        long message = threads.saySigned(
                objection.id(),
                opening.receivedAt(),
                opening.author(),
                opening.filing().channel().isRecordedByStaff()
                        ? opening.filing().signed()
                        : null,
                ThreadMessage.Kind.ADDED,
                false,
                opening.text(),
                opening.attachments());
        if (parties.isFromContact(after.customer(), opening.filing())) {
            boolean madeOwn = objection.isNobodysOwn() && !after.isNobodysOwn();
            letters.writeAdded(after, message, opening.filing(), opening.receivedAt(), madeOwn);
        }
        ledger.record(ObjectionEntries.of("objection.added", objection, opening.actor(), now)
                .with("customer", objection.customer())
                .with("channel", opening.filing().channel())
                .with("grounds", opening.filing().grounds())
                .with("text", opening.text())
                .with("attachments", opening.attachments().size()));
        return after;
    }

    /**
     * A live case with what another filing of the same customer brings: grounds where none were given, and that it came in time. Whoever makes an
     * objection the customer's own has all of the time that the customer has in it. So has the customer for whom something is
     * recorded, once: it makes nothing the customer's own, but shows that the customer objects as well.
     */
    Objection joined(Objection live, CustomersSubmission added, Instant now) {
        Objection better = better(live, added);
        if (better != live) {
            objections.save(better);
            better = objections.getByReference(live.reference());
        }
        Objection after = withAdded(better, added.submission(), added.isMatched(), now);
        if (after == better) {
            return better;
        }
        objections.save(after);
        return restarting.restart(live.reference(), now);
    }

    /** @return the same where what was added alters nothing in it */
    private Objection withAdded(Objection live, Submission added, boolean isMatched, Instant now) {
        Objection own = parties.withAdded(live, added);
        return own == live && isSaidByItsCustomer(live, added, isMatched) ? live.joined(now) : own;
    }

    private boolean isSaidByItsCustomer(Objection live, Submission added, boolean isMatched) {
        return live.canBecomeItsCustomers()
                && parties.isSaidToBeFrom(live.customer(), added, live, isMatched)
                && !parties.isFromContact(live.customer(), live.filing());
    }

    /** @return the same where it brings nothing */
    private Objection better(Objection live, CustomersSubmission added) {
        Grounds grounds = added.submission().grounds();
        Objection better = live.filing().grounds() == Grounds.NOT_GIVEN && grounds != Grounds.NOT_GIVEN
                ? live.withGrounds(grounds, added.receivedAt())
                : live;
        return live.late() && !measuring.measure(added).late() ? better.inTime() : better;
    }

    /** The same words and files again, as a double click sends them. What makes the objection the customer's own, or counts the customer's time anew, is none. */
    private boolean isRepeated(Objection objection, Opening opening, Instant now) {
        Grounds grounds = opening.filing().grounds();
        return withAdded(objection, opening.filing(), false, now) == objection
                && (grounds == Grounds.NOT_GIVEN
                        || grounds == objection.filing().grounds())
                && DuplicateSubmission.said(threads, objection.id(), opening.text(), opening.attachments());
    }

    private void sayFiled(Objection kept, Opening opening, Instant now) {
        threads.say(
                kept.id(),
                opening.receivedAt(),
                opening.author(),
                ThreadMessage.Kind.FILED,
                false,
                opening.text(),
                opening.attachments());
        Entry entry = ObjectionEntries.of("objection.filed", kept, opening.actor(), now)
                .with("change", kept.change())
                .with("customer", kept.customer())
                .with("channel", kept.filing().channel())
                .with("grounds", kept.filing().grounds())
                .with("orders", kept.filing().orders())
                .with("receivedAt", kept.receivedAt())
                .with("late", kept.late())
                .with("text", opening.text())
                .with("attachments", opening.attachments().size());
        ledger.record(entry);
    }

    private static void mustBeLive(VendorChange change) {
        GivenUpChange.refuse(change);
        if (change.round().number() == 1 && NOT_ANNOUNCED.contains(change.state()) && !change.isPublished()) {
            throw Refused.unknown("refused.unknown.announced-change", change.reference());
        }
    }
}
