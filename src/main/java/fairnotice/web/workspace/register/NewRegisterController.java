package fairnotice.web.workspace.register;

import fairnotice.access.Actor;
import fairnotice.refusal.Refused;
import fairnotice.register.DraftingRegister;
import fairnotice.register.RegisterDocuments;
import fairnotice.register.RegisterDraft.Content;
import fairnotice.web.FormErrors;
import fairnotice.web.workspace.Problems;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Adding a register: from nothing, from a register file, or where somebody left off. */
@Controller
class NewRegisterController {

    /** A register file that is handed in. */
    record FileForm(MultipartFile file) {}

    /** Drafts are of no register, so their times are shown in UTC. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final DraftingRegister drafting;
    private final RegisterDocuments documents;

    NewRegisterController(DraftingRegister drafting, RegisterDocuments documents) {
        this.drafting = drafting;
        this.documents = documents;
    }

    @GetMapping("/registers/new")
    String start(Actor actor, Model model) {
        FormErrors.of(new FileForm(null), model);
        return page(actor, model);
    }

    @PostMapping("/registers/new")
    String begin(Actor actor) {
        return DraftModel.step(drafting.begin(Content.blank(), actor), "settings");
    }

    @PostMapping("/registers/new/file")
    String file(@ModelAttribute("form") FileForm form, BindingResult binding, Actor actor, Model model) {
        drafting.all(actor);
        long[] draft = new long[1];
        boolean done = Problems.none(binding, () -> {
            byte[] content = Uploads.content("file", form.file());
            draft[0] = drafting.begin(Content.of(documents.read(Uploads.name(form.file()), content)), actor);
        });
        return done ? DraftModel.step(draft[0], "check") : page(actor, model);
    }

    /** For who goes back to a file that was refused. */
    @GetMapping("/registers/new/file")
    RedirectView looked() {
        return new RedirectView("/registers/new", true);
    }

    @GetMapping("/registers/new/{draft}")
    String open(@PathVariable("draft") long draft) {
        return DraftModel.step(draft, "settings");
    }

    @PostMapping("/registers/new/{draft}/end")
    String discard(@PathVariable("draft") long draft, Actor actor, RedirectAttributes redirect) {
        drafting.discard(draft, actor);
        redirect.addFlashAttribute("done", "workspace.done.draft-discarded");
        return "redirect:/registers/new";
    }

    /** @throws Refused where it is not for this person */
    private String page(Actor actor, Model model) {
        model.addAttribute("drafts", drafting.all(actor));
        model.addAttribute("zone", UTC);
        return "workspace/register-new";
    }
}
