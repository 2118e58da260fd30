package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.calendar.Deadline;
import fairnotice.ledger.Ledger;
import fairnotice.objection.Disputes.Unanswered;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a customer, once and on the day after, that what it wrote against its refund was not answered in time. */
@Service
public class TellingMissedAnswer {

    private final Objections objections;
    private final Disputes disputes;
    private final DisputeDates dates;
    private final MissedDays missed;
    private final ObjectionEmails letters;
    private final Ledger ledger;
    private final Clock clock;

    TellingMissedAnswer(
            Objections objections,
            Disputes disputes,
            DisputeDates dates,
            MissedDays missed,
            ObjectionEmails letters,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.disputes = disputes;
        this.dates = dates;
        this.missed = missed;
        this.letters = letters;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** References of cases whose customer waits for such an answer, was to have it by then, and was not told; the longest waiting first. */
    @Transactional(readOnly = true)
    public List<String> missed(Instant now, int limit) {
        return disputes.untold().stream()
                .filter(dispute -> dates.due(dispute).isOverAt(now))
                .limit(limit)
                .map(Unanswered::reference)
                .toList();
    }

    /** Nothing is told of what was answered meanwhile. */
    @Transactional
    public void tell(String reference) {
        Objection objection = objections.lock(reference);
        Instant now = clock.instant();
        Optional<Deadline> due = disputes.untold().stream()
                .filter(dispute -> dispute.reference().equals(reference))
                .map(dates::due)
                .filter(last -> last.isOverAt(now))
                .findFirst();
        due.ifPresent(last -> {
            missed.told(objection.id(), last.endsAt(), now);
            letters.write(
                    objection,
                    ObjectionEmail.DISPUTE_MISSED,
                    EmailFacts.until(last.endsAt())
                            .numbered(Math.toIntExact(last.lastDay().toEpochDay())));
            ledger.record(ObjectionEntries.of("objection.missed-day-told", objection, Actor.SYSTEM.id(), now)
                    .with("until", last.lastDay()));
        });
    }

    /** The earliest end, after that time, of a last day to answer; empty for none. */
    @Transactional(readOnly = true)
    public Optional<Instant> next(Instant after) {
        return disputes.untold().stream()
                .map(dispute -> dates.due(dispute).endsAt())
                .filter(end -> end.isAfter(after))
                .min(Instant::compareTo);
    }
}
