package fairnotice.objection;

import fairnotice.attachment.Attachment;
import fairnotice.ledger.Ledger;
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
    private final ObjectionContexts contexts;
    private final SettlementDates dates;
    private final ElapsedDates elapsed;
    private final ConfirmingSteps confirming;
    private final Ledger ledger;
    private final Clock clock;

    ContestingRefusal(
            Objections objections,
            Threads threads,
            ObjectionContexts contexts,
            SettlementDates dates,
            ElapsedDates elapsed,
            ConfirmingSteps confirming,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.contexts = contexts;
        this.dates = dates;
        this.elapsed = elapsed;
        this.confirming = confirming;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws fairnotice.refusal.Refused when it is too late: computed from the date, whether or not a timer has fired */
    @Transactional
    public Objection contest(String reference, String by, String text, List<Attachment> attachments) {
        Instant arrived = clock.instant();
        Objection objection = elapsed.at(arrived, objections.lock(reference), CustomerStep.CONTEST);
        new TextRules()
                .paragraph("text", "refused.name.why-refusal-wrong", text)
                .orRefuse();
        Objection contested =
                objection.contested(dates.due(contexts.policy(objection), ObjectionState.CONTESTED, arrived));
        objections.save(contested);
        threads.say(objection.id(), arrived, by, ThreadMessage.Kind.CONTESTED, false, text.strip(), attachments);
        confirming.contested(contested, by, arrived);
        ledger.record(ObjectionEntries.of("objection.contested", objection, by, arrived)
                .with("text", text));
        return contested;
    }
}
