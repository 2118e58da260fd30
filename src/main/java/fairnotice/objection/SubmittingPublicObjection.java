package fairnotice.objection;

import fairnotice.access.SecurityEvent;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.limit.Client;
import fairnotice.limit.Limits;
import fairnotice.limit.MailLimits;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Language;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * An objection on the change's public page, by somebody without a link. It is kept, and its address is asked to confirm it; whoever the
 * sender is, the answer is the same, so that nobody learns who is a customer. No limit loses it: only the mail may have to wait.
 */
@Service
public class SubmittingPublicObjection {

    private final VendorChanges changes;
    private final UnconfirmedObjections unconfirmed;
    private final Limits limits;
    private final MailLimits mails;
    private final Clock clock;

    SubmittingPublicObjection(
            VendorChanges changes, UnconfirmedObjections unconfirmed, Limits limits, MailLimits mails, Clock clock) {
        this.changes = changes;
        this.unconfirmed = unconfirmed;
        this.limits = limits;
        this.mails = mails;
        this.clock = clock;
    }

    /** What the public page's form holds. */
    public record Ask(String name, String organisation, String email, Grounds grounds, String text) {
        public Ask {
            email = EmailAddress.kept(email);
        }
    }

    /**
     * @return whether its mail has to wait, because too many were caused by this client, to this mailbox or in all
     * @throws Refused when a field cannot be used as it is, or the change was given up
     */
    public boolean ask(String reference, Ask ask, Client client) {
        Instant now = clock.instant();
        VendorChange change = changes.getByReference(reference);
        check(ask);
        GivenUpChange.refuse(change);
        Duration wait = limits.take(mails.queue(client, ask.email()));
        Unconfirmed filing = new Unconfirmed(
                0,
                reference,
                ask.name().strip(),
                ask.organisation().strip(),
                ask.email(),
                ask.grounds() == null ? Grounds.NOT_GIVEN : ask.grounds(),
                ask.text() == null ? "" : ask.text().strip(),
                now,
                null,
                null,
                null,
                Language.spoken());
        unconfirmed.keep(filing, change, wait);
        if (!wait.isZero()) {
            SecurityEvent.limited("mail")
                    .fact("client", client.network())
                    .fact("about", reference)
                    .log();
        }
        return !wait.isZero();
    }

    private static void check(Ask ask) {
        new TextRules()
                .line("name", "refused.name.your-name", ask.name())
                .line("organisation", "refused.name.your-organisation", ask.organisation())
                .refuseIf(
                        !EmailAddress.isValid(ask.email()),
                        "email",
                        EmailAddress.whyNot(ask.email(), "refused.email.example"))
                .optionalParagraph("text", "refused.name.explanation", ask.text())
                .orRefuse();
    }
}
