package fairnotice.objection;

import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An objection on the change's public page, by somebody without a link. It is kept, and its address is asked to confirm it; whoever the
 * sender is, the answer is the same, so that nobody learns who is a customer.
 */
@Service
public class AskingToObject {

    private static final int MOST_A_DAY = 5;

    private final VendorChanges changes;
    private final Registers registers;
    private final UnconfirmedFilings filings;
    private final CaseLetters letters;
    private final Clock clock;

    AskingToObject(
            VendorChanges changes, Registers registers, UnconfirmedFilings filings, CaseLetters letters, Clock clock) {
        this.changes = changes;
        this.registers = registers;
        this.filings = filings;
        this.letters = letters;
        this.clock = clock;
    }

    /** What the public page's form holds. */
    public record Ask(String name, String organisation, String email, Grounds grounds, String text) {
        public Ask {
            email = EmailAddress.kept(email);
        }
    }

    /** @throws Refused when a field cannot be used as it is, or the change was given up */
    @Transactional
    public void ask(String reference, Ask ask) {
        Instant now = clock.instant();
        VendorChange change = changes.named(reference);
        check(ask);
        if (change.state() == ChangeState.WITHDRAWN || change.state() == ChangeState.REJECTED) {
            throw Refused.conflict(
                    "The change " + reference
                            + " was withdrawn: there is nothing to object to any more, and the vendor will not be used under it.");
        }
        String email = ask.email();
        filings.forget(now.minus(Duration.ofDays(30)));
        if (filings.filedBy(email, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            return;
        }
        Unconfirmed filing = new Unconfirmed(
                0,
                reference,
                ask.name().strip(),
                ask.organisation().strip(),
                email,
                ask.grounds() == null ? Grounds.NOT_GIVEN : ask.grounds(),
                ask.text() == null ? "" : ask.text().strip(),
                now,
                null,
                null);
        long id = filings.add(filing);
        letters.writeConfirmation(
                filings.find(id).orElseThrow(),
                change,
                registers.named(change.register()).policy());
    }

    private static void check(Ask ask) {
        new TextRules()
                .line("name", "your name", ask.name())
                .line("organisation", "the organisation you object for", ask.organisation())
                .refuseIf(
                        !EmailAddress.isValid(ask.email()),
                        "email",
                        EmailAddress.whyNot(ask.email(), "Please give an e-mail address such as name@example.com."))
                .optionalParagraph("text", "your reasons", ask.text())
                .orRefuse();
    }
}
