package fairnotice.subscription;

import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Kind;
import fairnotice.mail.NewMailing;
import fairnotice.refusal.Phrase;
import fairnotice.register.Register;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The letter that asks the owner of an address whether it was really them. */
@Service
class ConfirmationEmail {

    private final EmailTemplates letters;

    ConfirmationEmail(EmailTemplates letters) {
        this.letters = letters;
    }

    /** A mailing of its own for every time the address asks. */
    NewMailing about(Register register, Subscription asked) {
        String why = Phrase.of("said.why.subscribing", register.name()).said();
        Map<String, Object> model =
                Map.of("publisher", register.name(), "why", why, "days", Subscription.CONFIRMABLE.toDays());
        return new NewMailing(
                "subscription/" + asked.id() + "/" + asked.askedAt().toEpochMilli(),
                Kind.NEWSLETTER,
                register.id(),
                register.name(),
                register.sender(),
                register.replyTo(),
                register.id() + ".news.fairnotice",
                letters.compose("confirm-subscription", model));
    }
}
