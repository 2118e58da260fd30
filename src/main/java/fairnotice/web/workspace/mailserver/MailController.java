package fairnotice.web.workspace.mailserver;

import fairnotice.access.Actor;
import fairnotice.mailserver.TestingMail;
import fairnotice.refusal.Refused;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** How mail goes out and comes back, and testing it. For administrators of all registers; auditors read. */
@Controller
class MailController {

    private final MailModel pages;
    private final TestingMail testing;
    private final Phrases phrases;

    MailController(MailModel pages, TestingMail testing, Phrases phrases) {
        this.pages = pages;
        this.testing = testing;
        this.phrases = phrases;
    }

    @GetMapping("/settings/mail")
    String mail(Actor actor, Model model) {
        pages.fill(actor, model);
        return "workspace/mail";
    }

    /** For who goes back to a step that was refused. */
    @GetMapping("/settings/mail/test")
    RedirectView looked() {
        return new RedirectView("/settings/mail", true);
    }

    /** @param register the id of one; empty for all */
    @PostMapping("/settings/mail/test")
    String test(
            @RequestParam(name = "register", defaultValue = "") String register,
            Actor actor,
            RedirectAttributes redirect) {
        try {
            testing.ask(Problems.text(register), actor);
            redirect.addFlashAttribute("done", "workspace.done.mail-test");
        } catch (Refused refused) {
            if (refused.because() != Refused.Because.CONFLICT) {
                throw refused;
            }
            redirect.addFlashAttribute("sentence", phrases.said(refused));
        }
        return "redirect:/settings/mail";
    }
}
