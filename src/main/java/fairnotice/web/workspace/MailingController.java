package fairnotice.web.workspace;

import fairnotice.mail.HeldMailings;
import fairnotice.mail.Mailing;
import fairnotice.mail.Mailings;
import fairnotice.mail.RelayStanding;
import fairnotice.refusal.Refused;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was written to many: the letter, and what became of every message. */
@Controller
class MailingController {

    private static final int RECENT = 100;
    /** A mailing belongs to no register, so its times are shown in UTC. */
    private static final ZoneId ZONE = ZoneId.of("UTC");

    /** Letters with a code, which is for its reader alone. */
    private static final String SECRET = "objection/code/";

    private final Mailings mailings;
    private final HeldMailings held;
    private final RelayStanding relay;

    MailingController(Mailings mailings, HeldMailings held, RelayStanding relay) {
        this.mailings = mailings;
        this.held = held;
        this.relay = relay;
    }

    @GetMapping("/mailings")
    String mailings(Model model) {
        model.addAttribute("mailings", mailings.recent(RECENT));
        model.addAttribute("held", held.together().orElse(null));
        model.addAttribute("outage", relay.outage().orElse(null));
        model.addAttribute("zone", ZONE);
        return "workspace/mailings";
    }

    @GetMapping("/mailings/{id}")
    String mailing(
            @PathVariable("id") long id, @RequestParam(name = "page", defaultValue = "1") int page, Model model) {
        Mailing mailing = mailings.find(id).orElseThrow(() -> Refused.unknown("There is no such mailing."));
        model.addAttribute("mailing", mailing);
        model.addAttribute("held", held.find(id).orElse(null));
        model.addAttribute("secret", mailing.key().startsWith(SECRET));
        model.addAttribute("messages", Page.of(mailings.messages(id, Page.offset(page), Page.SIZE + 1), page));
        model.addAttribute("zone", ZONE);
        return "workspace/mailing";
    }
}
