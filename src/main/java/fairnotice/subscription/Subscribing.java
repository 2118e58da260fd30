package fairnotice.subscription;

import fairnotice.access.SecurityEvent;
import fairnotice.limit.Client;
import fairnotice.limit.Limits;
import fairnotice.limit.MailLimits;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Phrase;
import fairnotice.register.Register;
import java.time.Duration;
import org.springframework.stereotype.Service;

/**
 * Asking for a place on a notification list. Nothing is promised until the owner of the address has confirmed it (double opt-in), and the
 * answer is the same whether or not the address was known, so that nobody can find out who is on the list.
 */
@Service
public class Subscribing {

    private static final Duration HOUR = Duration.ofHours(1);

    private final InvitingSubscriber inviting;
    private final Limits limits;
    private final MailLimits mails;

    Subscribing(InvitingSubscriber inviting, Limits limits, MailLimits mails) {
        this.inviting = inviting;
        this.limits = limits;
        this.mails = mails;
    }

    /**
     * Sends the address a letter with a link to confirm, at most three a day.
     *
     * @throws SubscriptionRefused when the register is archived, the text is not an address, or too many letters were caused by this client, to this mailbox or in all
     */
    public void ask(Register register, String email, Client client) {
        if (register.archivedAt() != null) {
            throw new SubscriptionRefused(Phrase.of("refused.subscription.archived"));
        }
        String address = EmailAddress.kept(email);
        if (!EmailAddress.isValid(address)) {
            throw new SubscriptionRefused(EmailAddress.whyNot(address, "refused.email.none"));
        }
        Duration wait = limits.take(mails.now(client, address));
        if (!wait.isZero()) {
            SecurityEvent.limited("mail")
                    .fact("client", client.network())
                    .fact("about", register.id())
                    .log();
            throw new SubscriptionRefused(Phrase.of("refused.subscription.too-many", inWords(wait)));
        }
        inviting.invite(register, address);
    }

    private static Phrase inWords(Duration wait) {
        boolean hours = wait.compareTo(HOUR) > 0;
        long count = hours ? wait.toHours() + 1 : wait.toMinutes() + 1;
        String unit = hours ? "hours" : "minutes";
        return count == 1 ? Phrase.of("refused.wait." + unit + ".one") : Phrase.of("refused.wait." + unit, count);
    }
}
