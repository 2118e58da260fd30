package fairnotice.web.workspace.change;

import fairnotice.access.Actor;
import fairnotice.change.ProposingChange;
import fairnotice.register.ChangeKind;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Subprocessor;
import fairnotice.web.NoSuchPage;
import fairnotice.web.workspace.Choices;
import fairnotice.web.workspace.Problems;
import fairnotice.web.workspace.Publishers;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposing a vendor change: which register, which entry, what about it. */
@Controller
class ProposalController {

    private final Publishers publishers;
    private final RegisterVersions versions;
    private final ProposingChange proposing;

    ProposalController(Publishers publishers, RegisterVersions versions, ProposingChange proposing) {
        this.publishers = publishers;
        this.versions = versions;
        this.proposing = proposing;
    }

    @GetMapping("/changes/new")
    String start(@RequestParam(name = "register", required = false) String id, Actor actor, Model model) {
        List<Register> all = publishers.within(actor.working());
        String only = all.size() == 1 ? all.get(0).id() : null;
        String chosen = Problems.text(id) == null ? only : id.strip();
        if (chosen == null) {
            model.addAttribute("registers", all);
            model.addAttribute(
                    "reader",
                    actor.working().isEmpty()
                            && !publishers.within(actor.scope()).isEmpty());
            return "workspace/proposal-register";
        }
        model.addAttribute("register", publishers.of(chosen, actor));
        model.addAttribute("entries", versions.current(chosen).entries());
        return "workspace/proposal-entry";
    }

    /** @param name of the listed entry; for all kinds but ADD */
    @GetMapping(
            path = "/changes/new",
            params = {"register", "register!=", "kind", "kind!="})
    String form(
            @RequestParam("register") String id,
            @RequestParam("kind") ChangeKind kind,
            @RequestParam(name = "name", required = false) String name,
            Actor actor,
            Model model) {
        Register register = publishers.of(id, actor);
        Subprocessor entry =
                kind == ChangeKind.ADD ? null : versions.current(id).entry(name).orElseThrow(() -> new NoSuchPage());
        model.addAttribute("form", ProposalForm.blank(kind, entry));
        return page(register, model);
    }

    @PostMapping("/changes/new")
    String propose(
            @RequestParam("register") String id,
            @ModelAttribute("form") ProposalForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Register register = publishers.of(id, actor);
        String[] reference = new String[1];
        boolean proposed = Problems.none(
                binding,
                () -> reference[0] =
                        proposing.propose(id, form.proposal(), actor).reference());
        if (!proposed) {
            return page(register, model);
        }
        redirect.addFlashAttribute("done", "workspace.done.proposed");
        return "redirect:/changes/" + reference[0];
    }

    private static String page(Register register, Model model) {
        model.addAttribute("register", register);
        model.addAttribute("choices", Choices.categories(register));
        return "workspace/proposal";
    }
}
