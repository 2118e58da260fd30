package fairnotice.web.workspace.account;

import fairnotice.access.Actor;
import fairnotice.access.ChangingSecondFactor;
import fairnotice.access.ReadingSecondFactor;
import fairnotice.web.OwnSession;
import fairnotice.web.workspace.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What changes the second factor of the own account: either step asks for the password and a code. */
@Controller
@RequestMapping("/account/second-factor")
class SecondFactorStepsController {

    private static final String VIEW = "workspace/account-factor-step";

    private final ChangingSecondFactor changing;
    private final ReadingSecondFactor reading;
    private final OwnSession own;

    SecondFactorStepsController(ChangingSecondFactor changing, ReadingSecondFactor reading, OwnSession own) {
        this.changing = changing;
        this.reading = reading;
        this.own = own;
    }

    /** What was typed. */
    record ProofForm(String current, String code) {

        /** Says nothing of the secrets, wherever it is logged. */
        @Override
        public String toString() {
            return "proof form";
        }
    }

    @ModelAttribute
    void keepPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping("/codes")
    String codes(@ModelAttribute("form") ProofForm form, Actor actor, Model model) {
        return page("codes", actor, model);
    }

    @PostMapping("/codes")
    String renew(
            @ModelAttribute("form") ProofForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            HttpServletRequest request) {
        List<String> codes = new ArrayList<>();
        boolean done = Problems.none(
                binding,
                () -> codes.addAll(
                        changing.renewRecoveryCodes(typed(form, request), own.proof(request), own.now(), actor)));
        if (!done) {
            return page("codes", actor, model);
        }
        model.addAttribute("codes", codes);
        return SecondFactorController.CODES;
    }

    @GetMapping("/off")
    String off(@ModelAttribute("form") ProofForm form, Actor actor, Model model) {
        return page("off", actor, model);
    }

    @PostMapping("/off")
    String switchOff(
            @ModelAttribute("form") ProofForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        boolean done = Problems.none(
                binding, () -> changing.switchOff(typed(form, request), own.proof(request), own.now(), actor));
        if (!done) {
            return page("off", actor, model);
        }
        own.carryOn(actor.id(), request);
        redirect.addFlashAttribute("done", "workspace.done.factor-off");
        return SecondFactorController.PAGE;
    }

    private ChangingSecondFactor.Typed typed(ProofForm form, HttpServletRequest request) {
        return new ChangingSecondFactor.Typed(form.current(), form.code(), String.valueOf(own.id(request)));
    }

    /** Whoever has none has nothing to change. */
    private String page(String step, Actor actor, Model model) {
        model.addAttribute("step", step);
        return reading.of(actor.id(), actor).isPresent() ? VIEW : SecondFactorController.PAGE;
    }
}
