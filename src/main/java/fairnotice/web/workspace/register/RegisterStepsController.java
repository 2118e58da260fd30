package fairnotice.web.workspace.register;

import fairnotice.access.Actor;
import fairnotice.refusal.Refused;
import fairnotice.register.ArchivingRegister;
import fairnotice.register.ConfirmingRegisterChange;
import fairnotice.register.TakingOverRegister;
import fairnotice.web.Phrases;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps that are taken of a whole register with one click. */
@Controller
@RequestMapping("/registers/{register}/steps")
class RegisterStepsController {

    private final ConfirmingRegisterChange confirming;
    private final TakingOverRegister takingOver;
    private final ArchivingRegister archiving;
    private final Phrases phrases;

    RegisterStepsController(
            ConfirmingRegisterChange confirming,
            TakingOverRegister takingOver,
            ArchivingRegister archiving,
            Phrases phrases) {
        this.confirming = confirming;
        this.takingOver = takingOver;
        this.archiving = archiving;
        this.phrases = phrases;
    }

    /** @param request the one that was looked at */
    @PostMapping("/confirmation")
    String confirm(
            @PathVariable("register") String id,
            @RequestParam(name = "id", defaultValue = "0") long request,
            Actor actor,
            RedirectAttributes redirect) {
        return step(id, "workspace.done.register-confirmed", redirect, () -> confirming.confirm(id, request, actor));
    }

    /** @param request the one that was looked at */
    @PostMapping("/refusal")
    String refuse(
            @PathVariable("register") String id,
            @RequestParam(name = "id", defaultValue = "0") long request,
            Actor actor,
            RedirectAttributes redirect) {
        return step(id, "workspace.done.register-refused", redirect, () -> confirming.refuse(id, request, actor));
    }

    @PostMapping("/takeover")
    String takeOver(@PathVariable("register") String id, Actor actor, RedirectAttributes redirect) {
        return step(id, "workspace.done.register-taken-over", redirect, () -> takingOver.takeOver(id, actor));
    }

    @PostMapping("/archive")
    String archive(@PathVariable("register") String id, Actor actor, RedirectAttributes redirect) {
        return step(id, "workspace.done.register-archived", redirect, () -> archiving.archive(id, actor));
    }

    @PostMapping("/return")
    String bringBack(@PathVariable("register") String id, Actor actor, RedirectAttributes redirect) {
        return step(id, "workspace.done.register-back", redirect, () -> archiving.bringBack(id, actor));
    }

    /** For who goes back to a step that was refused. */
    @GetMapping("/{step}")
    String looked(@PathVariable("register") String id) {
        return back(id);
    }

    private String step(String id, String done, RedirectAttributes redirect, Runnable step) {
        try {
            step.run();
            redirect.addFlashAttribute("done", done);
        } catch (Refused refused) {
            if (refused.because() != Refused.Because.CONFLICT) {
                throw refused;
            }
            redirect.addFlashAttribute("sentence", phrases.said(refused));
        }
        return back(id);
    }

    private static String back(String id) {
        return "redirect:/registers/" + id;
    }
}
