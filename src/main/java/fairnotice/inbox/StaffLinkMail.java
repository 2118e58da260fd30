package fairnotice.inbox;

import fairnotice.access.Staff;
import fairnotice.mail.Email;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Mails a member of staff a link to their account, or what became of it. */
@Service
class StaffLinkMail {

    private final Registers registers;
    private final EmailTemplates letters;
    private final Mailings mailings;

    StaffLinkMail(Registers registers, EmailTemplates letters, Mailings mailings) {
        this.registers = registers;
        this.letters = letters;
        this.mailings = mailings;
    }

    /**
     * @param about names the mailing
     * @param template of the letter
     * @param why the reader gets it
     * @throws Refused while there is no register, whose sender it could come from
     */
    void send(Staff to, String about, String template, Phrase why, String link) {
        send(
                to,
                about,
                Map.of("link", link, "username", to.username()),
                register -> letters.compose(template, Map.of("publisher", register.name(), "why", why.said())));
    }

    /**
     * Mails what became of the account.
     *
     * @param what names the letter's subject and its sentence
     * @param why the reader gets it
     * @throws Refused while there is no register, whose sender it could come from
     */
    void tell(Staff to, String what, Phrase why) {
        send(
                to,
                "account",
                Map.of("username", to.username()),
                register -> letters.compose(
                        "account-changed",
                        what,
                        Map.of("publisher", register.name(), "why", why.said(), "what", what)));
    }

    private void send(Staff to, String about, Map<String, String> merged, Function<Register, Email> letter) {
        Register register = register(to);
        List<Outgoing> message = List.of(new Outgoing(0, 0, to.email(), to.name(), merged, null).in(Language.spoken()));
        mailings.send(NewMailing.spoken(message, () -> StaffMail.of(register, about, letter.apply(register))), message);
    }

    /** One of their own, whose name they know; any for who has none. */
    private Register register(Staff to) {
        List<Register> all = registers.all();
        return all.stream()
                .filter(register -> to.actor().sees(register.id()))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> Refused.conflict("refused.staff.no-register"));
    }
}
