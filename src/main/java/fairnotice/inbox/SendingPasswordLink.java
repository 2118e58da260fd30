package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.PasswordLinks;
import fairnotice.access.SecurityEvent;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.timekeeping.MachineClock;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails a member of staff a link with which to choose a password: the first of a new account, or one in place of a forgotten one. */
@Service
public class SendingPasswordLink {

    /** For a name that nobody has: the same is done, and then undone, so that the time it takes tells nothing. */
    private static final Staff NOBODY = new Staff("nobody", "Nobody", "nobody@invalid", Set.of());

    private final StaffDirectory staff;
    private final PasswordLinks links;
    private final StaffLinkMail mail;
    private final MachineClock clock;

    SendingPasswordLink(StaffDirectory staff, PasswordLinks links, StaffLinkMail mail, MachineClock clock) {
        this.staff = staff;
        this.links = links;
        this.mail = mail;
        this.clock = clock;
    }

    /** @throws Refused when the actor is no administrator, nobody waits for a first password, or no mail can be sent */
    @Transactional
    public void invite(String username, Actor by) {
        String link = links.invite(username, by, clock.instant());
        Staff to = staff.findByUsername(username).orElseThrow();
        mail.send(to, "password", "password-invitation", Phrase.of("said.why.invited"), link);
        SecurityEvent.done("password-link")
                .fact("actor", by.id())
                .fact("account", to.username())
                .log();
    }

    /**
     * @param typed a user name
     * @throws Refused when nobody who is staff now has that name, or no address stands with it, or no mail can be sent; show it to nobody
     */
    @Transactional
    public void forgotten(String typed) {
        String username = typed.strip().toLowerCase(Locale.ROOT);
        Staff to = staff.all().stream()
                .filter(each -> each.username().equals(username) && each.hasAddress())
                .findFirst()
                .orElse(NOBODY);
        String link = links.forgotten(to, clock.instant());
        mail.send(to, "password", "password-link", Phrase.of("said.why.password"), link);
        if (to == NOBODY) {
            throw Refused.unknown("refused.unknown.user");
        }
        SecurityEvent.done("password-link").fact("account", to.username()).log();
    }
}
