package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.calendar.Deadline;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a customer, once and on the day after, that the publisher has let its own last day pass, and what that means. */
@Service
public class TellingMissedDay {

    private final Objections objections;
    private final MissedDays missed;
    private final ObjectionContexts contexts;
    private final SettlementDates dates;
    private final ElapsedDates elapsed;
    private final ObjectionEmails letters;
    private final Ledger ledger;
    private final Clock clock;

    TellingMissedDay(
            Objections objections,
            MissedDays missed,
            ObjectionContexts contexts,
            SettlementDates dates,
            ElapsedDates elapsed,
            ObjectionEmails letters,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.missed = missed;
        this.contexts = contexts;
        this.dates = dates;
        this.elapsed = elapsed;
        this.letters = letters;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Nothing is told of what was answered meanwhile, nor of a case that its dates have brought further. */
    @Transactional
    public void tell(String reference) {
        Objection objection = objections.lock(reference);
        Instant now = clock.instant();
        Instant due = objection.dueAt();
        Optional<ObjectionEmail> letter = ObjectionEmail.ofMissed(objection.state());
        boolean waits = !objection.isSettled() && due != null && !now.isBefore(due);
        if (letter.isEmpty() || !waits || missed.isTold(objection.id(), due)) {
            return;
        }
        missed.told(objection.id(), due, now);
        if (elapsed.at(now, objection) != objection) {
            return;
        }
        Deadline last = Deadline.endingAt(due, contexts.zone(objection));
        letters.write(
                objection,
                letter.get(),
                EmailFacts.until(due)
                        .offeredBy(dates.silentUntil(contexts.policy(objection), objection))
                        .numbered(Math.toIntExact(last.lastDay().toEpochDay())));
        ledger.record(ObjectionEntries.of("objection.missed-day-told", objection, Actor.SYSTEM.id(), now)
                .with("until", last.lastDay()));
    }
}
