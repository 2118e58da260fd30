package fairnotice.objection;

import fairnotice.attachment.Attachment;
import fairnotice.calendar.Deadline;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer that terminated orders writes against its refund, before or after the case was closed. What it writes is kept in the case,
 * confirmed to all its contacts, and waits for staff to answer; it moves nothing.
 */
@Service
public class DisputingSettlement {

    private final Objections objections;
    private final Threads threads;
    private final Disputes disputes;
    private final DisputeDates dates;
    private final ConfirmingSteps confirming;
    private final Ledger ledger;
    private final Clock clock;

    DisputingSettlement(
            Objections objections,
            Threads threads,
            Disputes disputes,
            DisputeDates dates,
            ConfirmingSteps confirming,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.disputes = disputes;
        this.dates = dates;
        this.confirming = confirming;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The same again, as a double click sends it, changes nothing.
     *
     * @param by an actor's id; the caller has checked that the refund can be disputed
     */
    @Transactional
    public void dispute(String reference, String by, String text, List<Attachment> attachments) {
        Instant now = clock.instant();
        Objection objection = objections.lock(reference);
        if (objection.state() != ObjectionState.TERMINATING && objection.state() != ObjectionState.TERMINATED) {
            throw Refused.conflict("refused.dispute.none", reference);
        }
        new TextRules().paragraph("text", "refused.name.why-disputed", text).orRefuse();
        if (DuplicateSubmission.saidLast(
                threads, objection.id(), ThreadMessage.Kind.DISPUTED, text.strip(), attachments)) {
            return;
        }
        ObjectionRules.mayStillWrite(threads.thread(objection.id()));
        long message =
                threads.say(objection.id(), now, by, ThreadMessage.Kind.DISPUTED, false, text.strip(), attachments);
        Deadline answer = dates.due(disputes.unanswered(List.of(reference)).get(0));
        confirming.disputed(objection, message, by, text.strip(), attachments, now, answer);
        ledger.record(ObjectionEntries.of("objection.refund-disputed", objection, by, now)
                .with("text", text)
                .with("attachments", attachments.size()));
    }
}
