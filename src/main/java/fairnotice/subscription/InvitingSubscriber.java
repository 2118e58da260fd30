package fairnotice.subscription;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.register.Register;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who asked, and sends the letter with the link to confirm. */
@Service
class InvitingSubscriber {

    private final Subscriptions subscriptions;
    private final ConfirmationEmail letter;
    private final Mailings mailings;
    private final Clock clock;

    InvitingSubscriber(Subscriptions subscriptions, ConfirmationEmail letter, Mailings mailings, Clock clock) {
        this.subscriptions = subscriptions;
        this.letter = letter;
        this.mailings = mailings;
        this.clock = clock;
    }

    @Transactional
    public void invite(Register register, String address) {
        Instant now = clock.instant();
        Subscription known = subscriptions.lockOrAdd(register.id(), address, now);
        if (known.mayAsk(now)) {
            Subscription asked = known.ask(now);
            subscriptions.save(asked);
            send(register, asked);
        }
    }

    private void send(Register register, Subscription asked) {
        Link link = new Link(LinkPurpose.CONFIRM_SUBSCRIPTION, asked.id(), asked.id(), asked.epoch());
        List<Outgoing> to =
                List.of(new Outgoing(asked.id(), asked.id(), asked.email(), null, Map.of(), link).in(asked.language()));
        mailings.send(NewMailing.spoken(to, () -> letter.about(register, asked)), to);
    }
}
