package fairnotice.web.workspace.history;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.ledger.ErasingValues;
import fairnotice.refusal.Refused;
import fairnotice.web.workspace.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Erasing what the ledger says of a person. For administrators of all registers. */
@Controller
@RequestMapping("/ledger/erasure")
class LedgerErasureController {

    /** @param person as the ledger has it: {@code customer:17} */
    record Erasure(String person, String reason) {}

    private final ErasingValues erasing;

    LedgerErasureController(ErasingValues erasing) {
        this.erasing = erasing;
    }

    @GetMapping
    String form(Actor actor, Model model) {
        onlyAdministrators(actor);
        model.addAttribute("form", new Erasure(null, null));
        return "workspace/ledger-erasure";
    }

    @PostMapping
    String erase(
            @ModelAttribute("form") Erasure form, BindingResult binding, Actor actor, RedirectAttributes redirect) {
        onlyAdministrators(actor);
        String person = form.person() == null ? "" : form.person().strip();
        if (!Problems.none(binding, () -> erasing.erase(person, form.reason(), actor.id()))) {
            return "workspace/ledger-erasure";
        }
        redirect.addAttribute("subject", person);
        redirect.addFlashAttribute("done", "workspace.done.erased");
        return "redirect:/ledger";
    }

    private static void onlyAdministrators(Actor actor) {
        if (!actor.scope(Role.ADMIN).all()) {
            throw Refused.notAllowed("refused.erasure.administrators");
        }
    }
}
