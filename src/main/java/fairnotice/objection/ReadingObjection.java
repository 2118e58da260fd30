package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.calendar.Period;
import fairnotice.register.NoticePolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading where a case stands and what comes next in it, for its process and its customer. */
@Service
public class ReadingObjection {

    private final Objections objections;
    private final ObjectionContexts contexts;
    private final SettlementDates dates;
    private final ElapsedDates elapsed;
    private final ObjectionTimes times;
    private final Clock clock;

    ReadingObjection(
            Objections objections,
            ObjectionContexts contexts,
            SettlementDates dates,
            ElapsedDates elapsed,
            ObjectionTimes times,
            Clock clock) {
        this.objections = objections;
        this.contexts = contexts;
        this.dates = dates;
        this.elapsed = elapsed;
        this.times = times;
        this.clock = clock;
    }

    /**
     * A case with its dates, none of them null.
     *
     * @param dueAt by when whoever has the turn is to act; for a customer that its letter has not reached, when to look again
     * @param silentUntil when the publisher's silence ends the search for an agreement
     * @param reminderAt when the customer is reminded; after {@code dueAt} when it is not
     */
    public record Standing(Objection objection, Instant dueAt, Instant silentUntil, Instant reminderAt) {}

    /**
     * How the last day of whoever has the turn was counted.
     *
     * @param within as the publisher has set it
     */
    public record Counted(Period within, Since since) {}

    /** The day from which a last day was counted; that day itself does not count. */
    public enum Since {
        FILED,
        /** It gave no grounds, and is answered once these can no longer follow. */
        GROUNDS,
        APPEALED,
        ADMITTED,
        /** The customer answered the last offer. */
        ANSWERED,
        /** The customer's letter was handed over. */
        LETTER,
        /** The search for an agreement ended by itself. */
        SEARCH
    }

    /** How its last day was counted; empty where no step is awaited, and while the customer's time has not started. */
    @Transactional(readOnly = true)
    public Optional<Counted> counted(Objection objection) {
        Objection asOfNow = asOfNow(objection);
        if (asOfNow.isSettled() || asOfNow.dueAt() == null) {
            return Optional.empty();
        }
        return SettlementDates.within(contexts.policy(asOfNow), asOfNow.state())
                .map(within -> new Counted(within, since(asOfNow)));
    }

    private Since since(Objection objection) {
        return switch (objection.state()) {
            case CONTESTED -> Since.APPEALED;
            case AWAITING_OFFER -> objection.offers() > 0 ? Since.ANSWERED : Since.ADMITTED;
            case OFFERED, REFUSED -> Since.LETTER;
            case TERMINATION_OFFERED -> times.runsFromLetter(objection, clock.instant()) ? Since.LETTER : Since.SEARCH;
            default -> objection.isAnsweredAfterGrounds() ? Since.GROUNDS : Since.FILED;
        };
    }

    /**
     * By when the publisher's silence ends the search for an agreement: the last day of that, where an offer is due; empty where none is.
     */
    @Transactional(readOnly = true)
    public Optional<Deadline> silentUntil(Objection objection) {
        return dates.silentUntil(contexts.policy(objection), objection);
    }

    /** The case as its dates have made it by now, whether or not a timer has fired: what its customer is shown, and may do. */
    @Transactional(readOnly = true)
    public Objection asOfNow(Objection objection) {
        return elapsed.at(clock.instant(), objection);
    }

    @Transactional(readOnly = true)
    public Standing standing(String reference) {
        return standing(objections.getByReference(reference));
    }

    public Standing standing(Objection objection) {
        NoticePolicy policy = contexts.policy(objection);
        Instant now = clock.instant();
        Deadline due = Deadline.endingAt(due(objection, now), policy.zone());
        Instant reminder = dates.reminderBefore(policy, due);
        boolean reminds = reminder.isAfter(now) && !objection.isUnreached();
        return new Standing(
                objection,
                due.endsAt(),
                dates.silentUntil(policy, due).endsAt(),
                reminds ? reminder : due.endsAt().plus(Duration.ofDays(1)));
    }

    private Instant due(Objection objection, Instant now) {
        if (objection.isUnreached()) {
            return times.until(objection, now);
        }
        return objection.dueAt() == null ? objection.answerDueAt() : objection.dueAt();
    }
}
