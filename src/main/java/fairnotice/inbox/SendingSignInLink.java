package fairnotice.inbox;

import fairnotice.access.SignInLinks;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.timekeeping.MachineClock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails a member of staff a link that makes the browser in which it is opened one of theirs, where others' wrong passwords count for nothing. */
@Service
public class SendingSignInLink {

    /** For a name that nobody has: the same is done, and then undone, so that the time it takes tells nothing. */
    private static final Staff NOBODY = new Staff("nobody", "Nobody", "nobody@invalid", Set.of());

    private final StaffDirectory staff;
    private final SignInLinks links;
    private final Registers registers;
    private final EmailTemplates letters;
    private final Mailings mailings;
    private final MachineClock clock;

    SendingSignInLink(
            StaffDirectory staff,
            SignInLinks links,
            Registers registers,
            EmailTemplates letters,
            Mailings mailings,
            MachineClock clock) {
        this.staff = staff;
        this.links = links;
        this.registers = registers;
        this.letters = letters;
        this.mailings = mailings;
        this.clock = clock;
    }

    /**
     * @param typed a user name
     * @throws Refused when nobody who is staff now has that name, or no address stands with it; show it to nobody
     */
    @Transactional
    public void send(String typed) {
        String username = typed.strip().toLowerCase(Locale.ROOT);
        Staff to = staff.all().stream()
                .filter(each -> each.username().equals(username) && each.hasAddress())
                .findFirst()
                .orElse(NOBODY);
        Register register = register(to);
        List<Outgoing> message = List.of(new Outgoing(
                        0, 0, to.email(), to.name(), Map.of("link", links.sign(to.username(), clock.instant())), null)
                .in(Language.spoken()));
        mailings.send(NewMailing.spoken(message, () -> letter(register)), message);
        if (to == NOBODY) {
            throw Refused.unknown("refused.unknown.user");
        }
    }

    private NewMailing letter(Register register) {
        return StaffMail.of(
                register,
                "sign-in",
                letters.compose(
                        "sign-in-link",
                        Map.of(
                                "publisher",
                                register.name(),
                                "why",
                                Phrase.of("said.why.sign-in").said())));
    }

    /** One of their own, whose name they know; any for who has none. */
    private Register register(Staff to) {
        List<Register> all = registers.all();
        return all.stream()
                .filter(register -> to.actor().sees(register.id()))
                .findFirst()
                .orElseGet(() -> all.get(0));
    }
}
