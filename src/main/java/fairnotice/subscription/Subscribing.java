package fairnotice.subscription;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outgoing;
import fairnotice.refusal.EmailAddress;
import fairnotice.register.Register;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking for a place on a notification list. Nothing is promised until the owner of the address has confirmed it (double opt-in), and the
 * answer is the same whether or not the address was known, so that nobody can find out who is on the list.
 */
@Service
public class Subscribing {

    private final Subscriptions subscriptions;
    private final ConfirmationLetter letter;
    private final Mailings mailings;
    private final Clock clock;

    Subscribing(Subscriptions subscriptions, ConfirmationLetter letter, Mailings mailings, Clock clock) {
        this.subscriptions = subscriptions;
        this.letter = letter;
        this.mailings = mailings;
        this.clock = clock;
    }

    /**
     * Sends the address a letter with a link to confirm, at most three a day.
     *
     * @throws SubscriptionRefused when the text is not an address; for no other reason
     */
    @Transactional
    public void ask(Register register, String email) {
        String address = EmailAddress.kept(email);
        if (!EmailAddress.isValid(address)) {
            throw new SubscriptionRefused(
                    EmailAddress.whyNot(address, "This is not an e-mail address that mail can be sent to."));
        }
        Instant now = clock.instant();
        Subscription known = subscriptions.holdOrAdd(register.id(), address, now);
        if (known.mayAsk(now)) {
            Subscription asked = known.ask(now);
            subscriptions.save(asked);
            send(register, asked);
        }
    }

    private void send(Register register, Subscription asked) {
        Link link = new Link(LinkPurpose.CONFIRM_SUBSCRIPTION, asked.id(), asked.id(), asked.epoch());
        mailings.send(
                letter.about(register, asked),
                List.of(new Outgoing(asked.id(), asked.id(), asked.email(), null, Map.of(), link)));
    }
}
