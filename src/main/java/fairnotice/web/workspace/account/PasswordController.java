package fairnotice.web.workspace.account;

import fairnotice.access.Actor;
import fairnotice.access.ChangingPassword;
import fairnotice.access.PasswordRules;
import fairnotice.web.OwnSession;
import fairnotice.web.workspace.Problems;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Another password for the own account. */
@Controller
@RequestMapping("/account/password")
class PasswordController {

    private static final String VIEW = "workspace/account-password";

    private final ChangingPassword changing;
    private final PasswordEncoder passwords;
    private final OwnSession own;

    PasswordController(ChangingPassword changing, PasswordEncoder passwords, OwnSession own) {
        this.changing = changing;
        this.passwords = passwords;
        this.own = own;
    }

    /** What was typed. */
    record PasswordForm(String current, String password, String again) {

        ChangingPassword.Typed typed() {
            return new ChangingPassword.Typed(current, password, again);
        }

        /** Says nothing of the secrets, wherever it is logged. */
        @Override
        public String toString() {
            return "form of a password";
        }
    }

    @GetMapping
    String form(@ModelAttribute("form") PasswordForm form, Actor actor, Model model) {
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        return VIEW;
    }

    @PostMapping
    String change(
            @ModelAttribute("form") PasswordForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        if (!Problems.none(
                binding, () -> changing.change(form.typed(), own.proof(request), passwords::encode, actor))) {
            return form(form, actor, model);
        }
        own.carryOn(actor.id(), request);
        redirect.addFlashAttribute("done", "workspace.done.password-changed");
        return AccountController.PAGE;
    }
}
