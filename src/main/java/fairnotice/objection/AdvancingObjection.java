package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.calendar.Deadline;
import fairnotice.ledger.Ledger;
import fairnotice.notice.WindowClosing;
import fairnotice.register.NoticePolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps a case takes by itself; its process calls them, and each changes nothing when it is done again. */
@Service
public class AdvancingObjection {

    private final Objections objections;
    private final ObjectionContexts contexts;
    private final ObjectionEmails letters;
    private final ReceiptEntry receiptEntry;
    private final ElapsedDates elapsed;
    private final ObjectionTimes times;
    private final ReadingObjection reading;
    private final ConfirmingSteps confirming;
    private final ReadingDispute disputes;
    private final Ledger ledger;
    private final Clock clock;

    AdvancingObjection(
            Objections objections,
            ObjectionContexts contexts,
            ObjectionEmails letters,
            ReceiptEntry receiptEntry,
            ElapsedDates elapsed,
            ObjectionTimes times,
            ReadingObjection reading,
            ConfirmingSteps confirming,
            ReadingDispute disputes,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.contexts = contexts;
        this.letters = letters;
        this.receiptEntry = receiptEntry;
        this.elapsed = elapsed;
        this.times = times;
        this.reading = reading;
        this.confirming = confirming;
        this.disputes = disputes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The receipt: what was filed, when it counts as filed, by when it is answered, with a calendar entry. */
    @Transactional
    public void acknowledge(String reference) {
        Objection objection = objections.lock(reference);
        NoticePolicy policy = contexts.policy(objection);
        List<EmailFact> dates = new ArrayList<>();
        dates.add(EmailFact.said("filed", () -> ObjectionEmails.moment(policy, objection.receivedAt())));
        filedBy(objection.filing()).ifPresent(dates::add);
        if (objection.windowClosesAt() != null) {
            dates.add(EmailFact.said(
                    window(objection), () -> ObjectionEmails.lastDay(policy, objection.windowClosesAt())));
        }
        Instant now = clock.instant();
        Instant answered = answeredBy(objection, now);
        dates.add(EmailFact.said(
                now.isBefore(answered) ? "answer" : "answer.overdue", () -> ObjectionEmails.lastDay(policy, answered)));
        ObjectionEmail receipt = receipt(objection, policy);
        if (receipt == ObjectionEmail.RECEIPT_AGAIN) {
            dates.addAll(UseFacts.from(contexts.of(objection)));
        }
        letters.write(
                objection,
                receipt,
                EmailFacts.until(answered)
                        .with(dates)
                        .about(objection.filing().orders())
                        .and(letter -> confirming
                                .withoutReplaced(objection)
                                .apply(letter)
                                .enclosing(receiptEntry.of(objection, policy, now))));
        ledger.record(ObjectionEntries.of("objection.acknowledged", objection, Actor.SYSTEM.id(), now));
    }

    /** The day for an answer with grounds, as long as that is ahead. */
    private static Instant answeredBy(Objection objection, Instant now) {
        return objection.isAnsweredAfterGrounds() && !now.isBefore(objection.answerDueAt())
                ? objection.dueAt()
                : objection.answerDueAt();
    }

    /** The day that a receipt tells, open or closed with the objection. */
    private static String window(Objection objection) {
        return ObjectionsThatCloseWindows.closing(objection) == WindowClosing.OBJECTION
                ? "window." + WindowClosing.OBJECTION
                : "window";
    }

    /** On the page open to all anybody may give a name; the address there is confirmed. */
    private static Optional<EmailFact> filedBy(Submission filing) {
        String who = switch (filing.channel()) {
            case LINK -> filing.sender();
            case PAGE -> filing.email();
            case EMAIL, LETTER, TELEPHONE -> filing.signed();
        };
        return Optional.ofNullable(who).map(name -> new EmailFact("filed-by." + filing.channel(), name));
    }

    private static ObjectionEmail receipt(Objection objection, NoticePolicy policy) {
        if (objection.state() == ObjectionState.UNMATCHED) {
            return ObjectionEmail.RECEIPT_UNMATCHED;
        }
        if (objection.isToBeAdmittedAnew()) {
            return ObjectionEmail.RECEIPT_AGAIN;
        }
        return policy.groundsRequired() && objection.filing().grounds() == Grounds.NOT_GIVEN
                ? ObjectionEmail.RECEIPT_WITHOUT_GROUNDS
                : ObjectionEmail.RECEIPT;
    }

    @Transactional
    public void tellAdmitted(String reference) {
        Objection objection = objections.getByReference(reference);
        letters.write(
                objection,
                objection.contested() ? ObjectionEmail.ADMITTED_ON_APPEAL : ObjectionEmail.ADMITTED,
                EmailFacts.until(objection.dueAt())
                        .offeredBy(reading.silentUntil(objection))
                        .and(letter -> letter.enclosing(
                                receiptEntry.next(objection, contexts.policy(objection), clock.instant()))));
    }

    @Transactional
    public void tellRefused(String reference) {
        Objection objection = objections.lock(reference);
        if (objection.state() != ObjectionState.REFUSED) {
            return;
        }
        if (objection.contested()) {
            confirming.refusedAgain(objection);
        } else {
            times.write(objection, clock.instant());
        }
    }

    @Transactional
    public void tellOffer(String reference) {
        Objection objection = objections.lock(reference);
        if (objection.state() == ObjectionState.OFFERED) {
            times.write(objection, clock.instant());
        }
    }

    /** Nobody is reminded of an offer that has reached nobody yet. */
    @Transactional
    public void remindOfOffer(String reference) {
        Objection objection = objections.getByReference(reference);
        if (objection.state() == ObjectionState.OFFERED && !objection.isUnreached()) {
            letters.write(
                    objection,
                    ObjectionEmail.OFFER_REMINDER,
                    EmailFacts.until(objection.dueAt())
                            .withQuote(objection.offer().text())
                            .offering(contexts.of(objection).terms().orElseThrow())
                            .numbered(objection.offer().number())
                            .and(confirming.withDays(objection)));
        }
    }

    /**
     * The time for an agreement is over: for the customer to answer, or for the publisher to make an offer, whose silence costs it. The
     * customer's waits while the offer has reached nobody. Where it may terminate orders now, it is told at once.
     */
    @Transactional
    public void closeSearch(String reference) {
        Objection objection = objections.lock(reference);
        if (times.isWaiting(objection)) {
            return;
        }
        Instant now = clock.instant();
        Objection after = elapsed.at(now, objection);
        boolean waited =
                objection.state() == ObjectionState.OFFERED || objection.state() == ObjectionState.AWAITING_OFFER;
        if (!waited || after == objection) {
            overtaken(objection, PendingMessage.ANSWERED);
            return;
        }
        objections.save(after);
        ledger.record(ObjectionEntries.of("objection.not-agreed", objection, Actor.SYSTEM.id(), now)
                .with("state", after.state()));
        if (after.state() == ObjectionState.TERMINATION_OFFERED) {
            recordOffer(after, times.writeFollowing(objections.getByReference(reference), now), now);
        }
    }

    /** @param until the end of the last day to choose, as its letter states it; empty when that was written before */
    private void recordOffer(Objection objection, Optional<Instant> until, Instant now) {
        ZoneId zone = contexts.zone(objection);
        until.map(end -> Deadline.endingAt(end, zone).lastDay())
                .map(last -> ObjectionEntries.of("objection.termination-offered", objection, Actor.SYSTEM.id(), now)
                        .with("chooseUntil", last))
                .ifPresent(ledger::record);
    }

    /**
     * The customer, or the end of the change, was there before the timer: what waits is heard by the way the process takes now, and
     * an end that the process had still to tell is told here.
     */
    private void overtaken(Objection objection, PendingMessage pendingMessage) {
        if (objection.state() == ObjectionState.WITHDRAWN || objection.state() == ObjectionState.MOOT) {
            tellEnd(objection.reference());
        }
        boolean heardSo =
                objection.pendingMessage() == pendingMessage || objection.pendingMessage() == PendingMessage.ELECTED;
        if (heardSo) {
            objections.save(objection.heard());
        }
    }

    @Transactional
    public void tellUnsettled(String reference) {
        Objection objection = objections.lock(reference);
        if (objection.state() == ObjectionState.TERMINATION_OFFERED) {
            Instant now = clock.instant();
            recordOffer(objection, times.write(objection, now), now);
        } else if (objection.state() == ObjectionState.NOT_AGREED) {
            letters.write(
                    objection,
                    ObjectionEmail.NOT_AGREED,
                    EmailFacts.quoting(ThreadMessage.whyUnsettled(contexts.thread(objection)))
                            .with(times.lapsedOffer(objection))
                            .and(confirming.withDaysAndAnswer(objection)));
        }
    }

    @Transactional
    public void remindOfElection(String reference) {
        Objection objection = objections.getByReference(reference);
        if (objection.state() == ObjectionState.TERMINATION_OFFERED && !objection.isUnreached()) {
            letters.write(
                    objection,
                    ObjectionEmail.ELECTION_REMINDER,
                    EmailFacts.until(objection.dueAt())
                            .with(times.ifNothingIsChosen(objection))
                            .and(confirming.withDays(objection)));
        }
    }

    /** The customer chose nothing in time; that waits while the choice was offered to nobody. */
    @Transactional
    public void lapse(String reference) {
        Objection objection = objections.lock(reference);
        if (times.isWaiting(objection)) {
            return;
        }
        Instant now = clock.instant();
        Objection lapsed = elapsed.at(now, objection);
        if (objection.state() != ObjectionState.TERMINATION_OFFERED || lapsed == objection) {
            overtaken(objection, PendingMessage.ELECTED);
            return;
        }
        objections.save(lapsed);
        letters.write(lapsed, ObjectionEmail.LAPSED, EmailFacts.NOTHING.with(UseFacts.from(contexts.of(lapsed))));
        ledger.record(ObjectionEntries.of("objection.lapsed", objection, Actor.SYSTEM.id(), now));
    }

    /** A refusal nobody contested in time is final, once it has reached somebody. */
    @Transactional
    public void closeRefused(String reference) {
        Objection objection = objections.lock(reference);
        if (times.isWaiting(objection)) {
            return;
        }
        Instant now = clock.instant();
        Objection closed = elapsed.at(now, objection);
        if (objection.state() != ObjectionState.REFUSED || closed == objection) {
            overtaken(objection, PendingMessage.CONTESTED);
            return;
        }
        objections.save(closed);
        confirming.refusalFinal(closed);
        ledger.record(ObjectionEntries.of("objection.refusal-final", objection, Actor.SYSTEM.id(), now)
                .with("mayObjectUntil", AmendedWhileOpen.lastDay(closed, contexts.zone(closed))));
    }

    /** Tells how the case ended: agreed, taken back, moot or declined. What a step of the customer confirmed already is not said twice. */
    @Transactional
    public void tellEnd(String reference) {
        Objection objection = objections.getByReference(reference);
        switch (objection.state()) {
            case RESOLVED, EXEMPTED -> confirming.accepted(objection);
            case WITHDRAWN -> confirming.withdrawn(objection, objection.state());
            case MOOT -> confirming.moot(objection);
            case DECLINED -> {
                if (!MatchingObjection.JOINED.equals(objection.refusal())) {
                    letters.write(objection, ObjectionEmail.DECLINED, EmailFacts.quoting(objection.refusal()));
                }
            }
            default -> {
                // every other end has told its customer itself
            }
        }
    }

    /**
     * The elected termination is paid and its statement sent; the orders run until their last days.
     *
     * @param refunded what became of its refund, a phrase for each payment, in the language that is spoken, like {@code units}
     * @param lowered whether less was refunded than was worked out
     * @param units what of its units was paid back or is left, as the statement says it; none without units
     */
    @Transactional
    public void closeTerminated(
            String reference, Supplier<List<String>> refunded, Supplier<List<String>> units, boolean lowered) {
        Objection objection = objections.lock(reference);
        if (objection.state() != ObjectionState.TERMINATING || objection.isSettled()) {
            return;
        }
        Instant now = clock.instant();
        Objection closed = objection.terminated(now);
        objections.save(closed);
        confirming.terminated(closed, refunded, units, lowered, disputes.inLetter(reference));
        ledger.record(ObjectionEntries.of("objection.terminated", objection, Actor.SYSTEM.id(), now));
    }
}
