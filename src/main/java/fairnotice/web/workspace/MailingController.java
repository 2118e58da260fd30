package fairnotice.web.workspace;

import fairnotice.access.Actor;
import fairnotice.mail.FailedMessages;
import fairnotice.mail.HeldMailings;
import fairnotice.mail.Mailing;
import fairnotice.mail.Mailings;
import fairnotice.mail.RelayStanding;
import fairnotice.mail.SendingAgain;
import fairnotice.refusal.Refused;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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
    private final SendingAgain again;

    MailingController(Mailings mailings, HeldMailings held, RelayStanding relay, SendingAgain again) {
        this.mailings = mailings;
        this.held = held;
        this.relay = relay;
        this.again = again;
    }

    @GetMapping("/mailings")
    String mailings(Actor actor, Model model) {
        model.addAttribute("mailings", mailings.recent(actor.scope(), RECENT));
        model.addAttribute("held", held.together(actor.scope()).orElse(null));
        model.addAttribute("outage", relay.outage().orElse(null));
        model.addAttribute("zone", ZONE);
        return "workspace/mailings";
    }

    @GetMapping("/mailings/{id}")
    String mailing(
            @PathVariable("id") long id,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Actor actor,
            Model model) {
        Mailing mailing = head(id, actor, model);
        model.addAttribute("held", held.find(id).orElse(null));
        model.addAttribute("secret", isSecret(mailing));
        model.addAttribute("messages", Page.of(mailings.messages(id, Page.offset(page), Page.SIZE + 1), page));
        model.addAttribute("zone", ZONE);
        return "workspace/mailing";
    }

    @GetMapping("/mailings/{id}/again")
    String again(@PathVariable("id") long id, Actor actor, Model model) {
        head(id, actor, model);
        model.addAttribute("form", new ReasonForm(null, null));
        return "workspace/mailing-again";
    }

    @PostMapping("/mailings/{id}/again")
    String sendAgain(
            @PathVariable("id") long id,
            @ModelAttribute("form") ReasonForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Mailing mailing = head(id, actor, model);
        if (isSecret(mailing)) {
            throw Refused.conflict("refused.mailing.code");
        }
        if (!Problems.none(binding, () -> again.send(id, Problems.text(form.reason()), actor))) {
            return "workspace/mailing-again";
        }
        redirect.addFlashAttribute("done", "workspace.done.sent-again");
        return "redirect:/mailings/" + id;
    }

    private Mailing head(long id, Actor actor, Model model) {
        Mailing mailing =
                mailings.find(id, actor.scope()).orElseThrow(() -> Refused.unknown("refused.unknown.mailing"));
        model.addAttribute("mailing", mailing);
        model.addAttribute("again", isSecret(mailing) ? FailedMessages.Counts.NONE : again.possible(mailing, actor));
        return mailing;
    }

    private static boolean isSecret(Mailing mailing) {
        return mailing.key().startsWith(SECRET);
    }
}
