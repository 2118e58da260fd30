package fairnotice.objection;

import fairnotice.access.OneTimeCodes;
import fairnotice.customer.Contact;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails a one-time code for a binding step to a contact of the customer that has the authority for it. */
@Service
public class RequestingCode {

    private final Objections objections;
    private final ObjectionContexts contexts;
    private final ObjectionParties parties;
    private final ObjectionEmails letters;
    private final ElapsedDates elapsed;
    private final OneTimeCodes codes;
    private final Ledger ledger;
    private final Clock clock;

    RequestingCode(
            Objections objections,
            ObjectionContexts contexts,
            ObjectionParties parties,
            ObjectionEmails letters,
            ElapsedDates elapsed,
            OneTimeCodes codes,
            Ledger ledger,
            Clock clock) {
        this.objections = objections;
        this.contexts = contexts;
        this.parties = parties;
        this.letters = letters;
        this.elapsed = elapsed;
        this.codes = codes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param contact id of the contact it goes to */
    @Transactional
    public void ask(String reference, Act act, long contact, String by) {
        Instant now = clock.instant();
        Objection objection = elapsed.at(now, objections.lock(reference), act.step());
        objection.allow(
                act.step(),
                act == Act.ACCEPT ? "refused.moved.settled-by-accepting-the-offer" : "refused.moved.withdrawn");
        mail(
                objection,
                act.name(),
                act.on(objection),
                () -> says(objection, act),
                follows(objection, act),
                contact,
                by);
    }

    /**
     * A code for a step that is not this room's own, such as ending orders.
     *
     * @param act exactly what is confirmed
     * @param words in the language that is spoken, which is that of whoever reads the mail
     */
    @Transactional
    public void ask(String reference, String purpose, String act, Supplier<String> words, long contact, String by) {
        mail(objections.lock(reference), purpose, act, () -> EmailFacts.quoting(words.get()), null, contact, by);
    }

    /** Until when a contact can use the code it was mailed for a step; empty when it has none. @param by an actor's id of who would type it */
    @Transactional(readOnly = true)
    public Optional<Instant> validUntil(Objection objection, Act act, long contact, String by) {
        return codes.validUntil(act.on(objection), contact, by);
    }

    /** Whoever holds the code binds the customer to the offer, and may not have seen it. */
    private EmailFacts says(Objection objection, Act act) {
        if (act != Act.ACCEPT) {
            return EmailFacts.quoting(act.inWords(objection)).with(lost(objection));
        }
        return EmailFacts.quoting(
                        act.inWords(objection) + ":\n\n" + objection.offer().text())
                .offering(contexts.of(objection).terms().orElseThrow())
                .about(objection.filing().orders());
    }

    private List<EmailFact> lost(Objection objection) {
        Withdrawal lost = Withdrawal.of(objection, contexts.policy(objection).remedy());
        return lost == Withdrawal.NOTHING ? List.of() : List.of(new EmailFact("portal.withdraw.lost." + lost, null));
    }

    /** Withdrawing says the same as on the page where it is chosen. */
    private String follows(Objection objection, Act act) {
        if (act != Act.DROP) {
            return null;
        }
        return "portal.code.text.withdraw" + contexts.of(objection).ifWithdrawn();
    }

    private void mail(
            Objection objection,
            String purpose,
            String act,
            Supplier<EmailFacts> says,
            String follows,
            long contact,
            String by) {
        Contact to = parties.authority(objection).stream()
                .filter(each -> each.id() == contact)
                .findFirst()
                .orElseThrow(() -> Refused.invalid("contact", "refused.code.contact"));
        String code = codes.issue(purpose, act, contact, by);
        ledger.record(ObjectionEntries.of("objection.code-mailed", objection, by, clock.instant())
                .with("purpose", purpose)
                .with("contact", contact));
        letters.writeCode(
                objection,
                to,
                code,
                codes.validUntil(act, contact, by).orElseThrow(),
                to.language().speak(says),
                follows);
    }
}
