package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.refusal.Refused;
import fairnotice.register.NoticePolicy;
import fairnotice.register.NoticePolicy.Remedy;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * What the dates of a case have made of it, whether or not a timer has fired: the one rule of what is in time. Timers, the customer's
 * steps and its pages all ask it.
 */
@Service
class ElapsedDates {

    private final ObjectionContexts contexts;
    private final WrittenEmails written;
    private final SettlementDates dates;

    ElapsedDates(ObjectionContexts contexts, WrittenEmails written, SettlementDates dates) {
        this.contexts = contexts;
        this.written = written;
        this.dates = dates;
    }

    /** The case as it stands at that time. */
    Objection at(Instant at, Objection objection) {
        NoticePolicy policy = contexts.policy(objection);
        return ends(objection, policy)
                .filter(end -> end.isOverAt(at))
                .filter(end -> !isUnstarted(objection))
                .map(end -> ended(objection, policy, end, at))
                .orElse(objection);
    }

    /**
     * The same for a step of the customer.
     *
     * @throws Refused naming the last day, when the step would have fitted until then
     */
    Objection at(Instant at, Objection objection, CustomerStep step) {
        Objection stands = at(at, objection);
        boolean tooLate = objection.steps().contains(step) && !stands.steps().contains(step);
        if (tooLate) {
            NoticePolicy policy = contexts.policy(objection);
            Deadline end = ends(objection, policy).orElseThrow();
            throw Refused.conflict(
                    "refused.step.last-day-passed",
                    step.words(),
                    end.lastDay(),
                    policy.zone().getId());
        }
        return stands;
    }

    /** Whether the customer's time has not started: the letter that starts it is written, and has reached nobody yet. */
    boolean isUnstarted(Objection objection) {
        return EmailKey.awaited(objection)
                .flatMap(written::find)
                .filter(letter -> ReachRules.start(letter).isEmpty())
                .isPresent();
    }

    /** The last day after which it moves on without anybody; of the publisher's own offer only after a time of silence. */
    private Optional<Deadline> ends(Objection objection, NoticePolicy policy) {
        if (objection.isSettled() || objection.dueAt() == null) {
            return Optional.empty();
        }
        Deadline due = Deadline.endingAt(objection.dueAt(), policy.zone());
        return switch (objection.state()) {
            case OFFERED, REFUSED, TERMINATION_OFFERED -> Optional.of(due);
            case AWAITING_OFFER -> Optional.of(dates.silentUntil(policy, due));
            default -> Optional.empty();
        };
    }

    private Objection ended(Objection objection, NoticePolicy policy, Deadline end, Instant at) {
        return switch (objection.state()) {
            case REFUSED -> {
                Objection closed = objection.refusedForGood(at);
                yield closed.leaving(contexts.of(closed)
                        .rights()
                        .objectingAnew(end.lastMoment())
                        .orElse(null));
            }
            case TERMINATION_OFFERED -> objection.lapsed(at);
            default ->
                policy.remedy() == Remedy.NONE
                        ? objection.notAgreed(at)
                        : objection.remedied(dates.electUntil(policy, end, at), false);
        };
    }
}
