package fairnotice.objection;

import fairnotice.access.Actor;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.TextRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staff write in a case: to the customer, who is mailed it, or a note that only staff see. */
@Service
public class WritingInThread {

    private final Objections objections;
    private final Threads threads;
    private final ObjectionEmails letters;
    private final Ledger ledger;
    private final Clock clock;

    WritingInThread(Objections objections, Threads threads, ObjectionEmails letters, Ledger ledger, Clock clock) {
        this.objections = objections;
        this.threads = threads;
        this.letters = letters;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A note that only staff see; possible as long as the case is kept. */
    @Transactional
    public void note(String reference, String text, Actor actor) {
        write(reference, text, null, actor);
    }

    /** A question or an answer; the customer is mailed it. */
    @Transactional
    public void say(String reference, String text, Actor actor) {
        write(reference, text, ObjectionEmail.MESSAGE, actor);
    }

    /** The answer to what was written against the refund; the customer is mailed it as that. */
    @Transactional
    public void answerDispute(String reference, String text, Actor actor) {
        write(reference, text, ObjectionEmail.DISPUTE_ANSWERED, actor);
    }

    /** @param letter that takes it to the customer; null for a note */
    private void write(String reference, String text, ObjectionEmail letter, Actor actor) {
        boolean internal = letter == null;
        Objection objection = objections.lock(reference);
        ObjectionRules.mustBeLegal(actor, objection);
        new TextRules().paragraph("text", "refused.name.message", text).orRefuse();
        Instant now = clock.instant();
        ThreadMessage.Kind kind = internal ? ThreadMessage.Kind.NOTE : ThreadMessage.Kind.ASKED;
        long message = threads.say(objection.id(), now, actor.id(), kind, internal, text.strip(), List.of());
        if (!internal) {
            letters.write(objection, letter, EmailFacts.quoting(text.strip()).numbered(Math.toIntExact(message)));
        }
        ledger.record(ObjectionEntries.of(internal ? "objection.noted" : "objection.asked", objection, actor.id(), now)
                .with("text", text));
    }
}
