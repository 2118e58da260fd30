package fairnotice.objection;

import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer contests a refusal, once; somebody who has not judged it yet looks at it again. */
@Service
public class ContestingRefusal {

    private final Objections objections;
    private final Threads threads;
    private final CaseFile file;
    private final SettlementDates dates;
    private final Ledger ledger;
    private final Clock clock;

    ContestingRefusal(
            Objections objections, Threads threads, CaseFile file, SettlementDates dates, Ledger ledger, Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.file = file;
        this.dates = dates;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refused when it is too late: computed from the date, whether or not a timer has fired */
    @Transactional
    public Objection contest(String reference, String by, String text, List<Attachment> attachments) {
        Instant arrived = clock.instant();
        Objection objection = objections.hold(reference);
        new TextRules()
                .paragraph("text", "why you think the refusal is wrong", text)
                .orRefuse();
        boolean over = objection.state() == ObjectionState.REFUSED
                && objection.dueAt() != null
                && !arrived.isBefore(objection.dueAt());
        if (over) {
            throw Refused.conflict("The time to contest the refusal ended on "
                    + CaseLetters.day(file.policy(objection), objection.dueAt()) + ".");
        }
        Objection contested = objection.contested(dates.answerDue(file.policy(objection), arrived));
        objections.keep(contested);
        threads.say(objection.id(), arrived, by, ThreadMessage.Kind.CONTESTED, false, text.strip(), attachments);
        ledger.record(
                CaseEntries.of("objection.contested", objection, by, arrived).with("text", text));
        return contested;
    }
}
