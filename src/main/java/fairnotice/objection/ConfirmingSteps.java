package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.objection.CaseLetters.Dated;
import fairnotice.objection.CaseLetters.Says;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Confirms to every contact of a customer, at once, a step that binds it, and says what happens next and when. */
@Service
class ConfirmingSteps {

    private final CaseFile file;
    private final ReadingCase reading;
    private final CaseLetters letters;
    private final ReceiptEntry receiptEntry;
    private final Clock clock;

    ConfirmingSteps(CaseFile file, ReadingCase reading, CaseLetters letters, ReceiptEntry receiptEntry, Clock clock) {
        this.file = file;
        this.reading = reading;
        this.letters = letters;
        this.receiptEntry = receiptEntry;
        this.clock = clock;
    }

    void accepted(Objection settled) {
        OfferTerms terms = reading.terms(settled).orElseThrow();
        Says says = Says.quoting(settled.offer().text()).agreeing(terms);
        boolean atOnce = terms.begins() == OfferTerms.Begins.AT_ONCE;
        letters.write(settled, CaseLetter.AGREED, atOnce ? says.with(useFrom(settled)) : says);
    }

    /** @param after with the publisher's turn to find another offer, or with the time to terminate orders */
    void rejected(Objection after) {
        CaseLetter letter = after.state() == ObjectionState.TERMINATION_OFFERED
                ? CaseLetter.REJECTED_TERMINATION_NEXT
                : CaseLetter.REJECTED;
        letters.write(
                after,
                letter,
                Says.until(after.dueAt())
                        .offeredBy(reading.silentUntil(after))
                        .numbered(after.offer().number()));
    }

    /**
     * @param by whoever appealed, an actor's id
     * @param arrived when the appeal did
     */
    void contested(Objection contested, String by, Instant arrived) {
        List<Dated> facts = new ArrayList<>();
        facts.add(new Dated("appealed", CaseLetters.moment(file.policy(contested), arrived)));
        file.contactNamed(contested, by)
                .map(name -> new Dated("appealed-by", name))
                .ifPresent(facts::add);
        letters.write(
                contested, CaseLetter.CONTESTED, Says.until(contested.dueAt()).with(facts));
    }

    void withdrawn(Objection withdrawn) {
        letters.write(
                withdrawn,
                CaseLetter.DROPPED,
                Says.NOTHING
                        .with(useFrom(withdrawn))
                        .and(letter -> letter.enclosing(
                                receiptEntry.takenBack(withdrawn, file.policy(withdrawn), clock.instant()))));
    }

    /** Refused after an appeal. */
    void refusedAgain(Objection refused) {
        if (stands(refused)) {
            letters.write(refused, CaseLetter.REFUSED_AGAIN_STANDS, Says.quoting(refused.refusal()));
        } else {
            letters.write(
                    refused,
                    CaseLetter.REFUSED_AGAIN,
                    Says.quoting(refused.refusal()).with(useFrom(refused)));
        }
    }

    /** Refused, and not appealed in time. */
    void refusalFinal(Objection refused) {
        if (stands(refused)) {
            letters.write(refused, CaseLetter.REFUSAL_FINAL_STANDS, Says.NOTHING);
        } else {
            letters.write(refused, CaseLetter.REFUSAL_FINAL, Says.NOTHING.with(useFrom(refused)));
        }
    }

    /** What was elected has been paid, whether or not its orders still run. */
    void terminated(Objection closed, List<String> refunded, List<String> units) {
        List<Dated> facts = new ArrayList<>(
                refunded.stream().map(each -> new Dated("refund", each)).toList());
        units.forEach(each -> facts.add(new Dated("units", each)));
        facts.addAll(othersFrom(closed));
        boolean ended = !clock.instant().isBefore(closed.leavesAt());
        letters.write(
                closed,
                ended ? CaseLetter.TERMINATED : CaseLetter.TERMINATION_COMPLETE,
                Says.until(closed.leavesAt()).with(facts));
    }

    /** From when the change applies to the customer's other orders, or may; nothing where none goes on. */
    private List<Dated> othersFrom(Objection closed) {
        ZoneId zone = file.policy(closed).zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate last = Deadline.endingAt(closed.leavesAt(), zone).lastDay();
        return file.othersFrom(closed, last).stream()
                .map(day -> day.isBefore(today) ? today : day)
                .map(day -> new Dated(
                        file.isInEffect(closed) && day.equals(today) ? "others-in-effect-since" : "others-from",
                        CaseLetters.day(day, zone)))
                .toList();
    }

    private boolean stands(Objection refused) {
        return refused.standsThoughRefused(file.policy(refused));
    }

    /** From when the change applies to the customer, or may, now that nothing of the case stands against it. */
    List<Dated> useFrom(Objection closed) {
        if (file.isKeptAwayByEarlier(closed)) {
            return List.of();
        }
        Optional<OfferTerms> exemption = file.earlierExemption(closed, clock.instant());
        if (exemption.isPresent()) {
            return exemption.map(OfferTerms::useFrom).stream()
                    .map(day -> new Dated(
                            "use-from", CaseLetters.day(day, file.policy(closed).zone())))
                    .toList();
        }
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), file.policy(closed).zone());
        Optional<LocalDate> atOnce =
                closed.isSettled() && file.isInEffect(closed) ? Optional.of(today) : Optional.empty();
        return file.earliestUse(closed).or(() -> atOnce).stream()
                .map(day -> day.isBefore(today) ? today : day)
                .map(day -> new Dated(
                        file.isInEffect(closed) ? inEffectSince(closed) : "use-from",
                        CaseLetters.day(day, file.policy(closed).zone())))
                .toList();
    }

    private String inEffectSince(Objection closed) {
        return file.wasInEffectBefore(closed) ? "in-effect-again-since" : "in-effect-since";
    }
}
