package fairnotice.web.workspace.account;

import fairnotice.access.Actor;
import fairnotice.access.EndingSessions;
import fairnotice.access.ReadingSecondFactor;
import fairnotice.access.ReadingSessions;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.web.OwnSession;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The own account: who it is, and where it is signed in. */
@Controller
class AccountController {

    static final String PAGE = "redirect:/account";

    /** An account is of no register, so its times are shown in UTC. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final StaffDirectory directory;
    private final ReadingSessions reading;
    private final EndingSessions ending;
    private final ReadingSecondFactor factors;
    private final OwnSession own;

    AccountController(
            StaffDirectory directory,
            ReadingSessions reading,
            EndingSessions ending,
            ReadingSecondFactor factors,
            OwnSession own) {
        this.directory = directory;
        this.reading = reading;
        this.ending = ending;
        this.factors = factors;
        this.own = own;
    }

    @GetMapping("/account")
    String account(Actor actor, Model model, HttpServletRequest request) {
        Staff staff = directory.findByUsername(actor.id()).orElseThrow();
        model.addAttribute("staff", staff);
        model.addAttribute("sessions", reading.of(actor.id(), own.id(request), actor));
        model.addAttribute("factor", factors.of(actor.id(), actor).isPresent());
        model.addAttribute("zone", UTC);
        return "workspace/account";
    }

    /** @param id of the session that was looked at */
    @PostMapping("/account/sessions/end")
    String end(@RequestParam(name = "id", defaultValue = "") String id, Actor actor, RedirectAttributes redirect) {
        ending.end(actor.id(), id, actor);
        redirect.addFlashAttribute("done", "workspace.done.session-ended");
        return PAGE;
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers(Actor actor, RedirectAttributes redirect, HttpServletRequest request) {
        ending.endOthers(own.id(request), actor);
        redirect.addFlashAttribute("done", "workspace.done.sessions-ended");
        return PAGE;
    }

    /** For who goes back to a step that was refused. */
    @GetMapping("/account/sessions/{step}")
    RedirectView looked() {
        return new RedirectView("/account", true);
    }
}
