package fairnotice.inbox;

import fairnotice.access.SignInLinks;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.timekeeping.MachineClock;
import java.util.Locale;
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
    private final StaffLinkMail mail;
    private final MachineClock clock;

    SendingSignInLink(StaffDirectory staff, SignInLinks links, StaffLinkMail mail, MachineClock clock) {
        this.staff = staff;
        this.links = links;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * @param typed a user name
     * @throws Refused when nobody who is staff now has that name, or no address stands with it, or no mail can be sent; show it to nobody
     */
    @Transactional
    public void send(String typed) {
        String username = typed.strip().toLowerCase(Locale.ROOT);
        Staff to = staff.all().stream()
                .filter(each -> each.username().equals(username) && each.hasAddress())
                .findFirst()
                .orElse(NOBODY);
        mail.send(
                to,
                "sign-in",
                "sign-in-link",
                Phrase.of("said.why.sign-in"),
                links.sign(to.username(), clock.instant()));
        if (to == NOBODY) {
            throw Refused.unknown("refused.unknown.user");
        }
    }
}
