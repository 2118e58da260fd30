package fairnotice.web.workspace.register;

import fairnotice.access.Actor;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.register.AddingRegister;
import fairnotice.register.DraftingRegister;
import fairnotice.register.Register;
import fairnotice.register.RegisterDraft;
import fairnotice.register.Subprocessor;
import fairnotice.register.TypedSettings;
import fairnotice.web.FormErrors;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings of a new register, and the look at the whole before it is published. What was typed is kept, whatever is wrong with it. */
@Controller
@RequestMapping("/registers/new/{draft}")
class DraftController {

    private static final int ROOM = 3;
    private static final int SHOWN = 100;

    private final DraftingRegister drafting;
    private final AddingRegister adding;
    private final DraftModel pages;
    private final SettingsModel settings;
    private final PromiseModel promises;
    private final Phrases phrases;

    DraftController(
            DraftingRegister drafting,
            AddingRegister adding,
            DraftModel pages,
            SettingsModel settings,
            PromiseModel promises,
            Phrases phrases) {
        this.drafting = drafting;
        this.adding = adding;
        this.pages = pages;
        this.settings = settings;
        this.promises = promises;
        this.phrases = phrases;
    }

    @GetMapping("/settings")
    String settings(@PathVariable("draft") long id, Actor actor, Model model) {
        RegisterDraft draft = drafting.draft(id, actor);
        FormErrors.of(draft.content().settings().withRoom(ROOM), model);
        return settingsPage(id, actor, model);
    }

    /** @param next "more" for room for more categories */
    @PostMapping("/settings")
    String saveSettings(
            @PathVariable("draft") long id,
            @RequestParam(name = "epoch", defaultValue = "0") int epoch,
            @RequestParam(name = "next", defaultValue = "") String next,
            @ModelAttribute("form") TypedSettings form,
            BindingResult binding,
            Actor actor,
            Model model) {
        RegisterDraft draft = drafting.draft(id, actor);
        boolean saved = Problems.none(
                binding, () -> drafting.save(id, epoch, draft.content().with(form.withRoom(0)), actor));
        if (saved && "more".equals(next)) {
            FormErrors.of(form.withRoom(ROOM), model);
            return settingsPage(id, actor, model);
        }
        boolean done = saved && Problems.none(binding, () -> adding.settings(form));
        return done ? DraftModel.step(id, "list") : settingsPage(id, actor, model);
    }

    private String settingsPage(long id, Actor actor, Model model) {
        pages.fill(id, "settings", actor, model);
        settings.choices(model);
        return "workspace/draft-settings";
    }

    @GetMapping("/check")
    String check(@PathVariable("draft") long id, Actor actor, Model model) {
        RegisterDraft.Content typed = pages.fill(id, "check", actor, model).content();
        Register layout = typed.settings().layout();
        List<Subprocessor> shown = typed.entries().stream().limit(SHOWN).toList();
        model.addAttribute("register", layout);
        model.addAttribute("list", DraftModel.ListPreview.of(layout, shown));
        model.addAttribute("problems", problems(typed));
        if (typed.promise() != null) {
            try {
                promises.meaning(layout.promising(adding.promise(typed.promise())), null, model);
            } catch (Refused told) {
                // its problems are told beside the step
                model.addAttribute("view", null);
            }
        }
        return "workspace/draft-check";
    }

    /** By the step in which they are put right. */
    private Map<String, List<String>> problems(RegisterDraft.Content typed) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        note(problems, "settings", () -> adding.settings(typed.settings()));
        note(problems, "list", () -> adding.list(typed));
        note(problems, "promise", () -> adding.promise(typed.promise()));
        return problems;
    }

    private void note(Map<String, List<String>> problems, String step, Runnable rule) {
        Optional<Phrase> wrong = Refused.reason(rule);
        wrong.ifPresent(phrase -> problems.put(step, List.of(phrases.said(phrase))));
    }

    @PostMapping("/check")
    String publish(
            @PathVariable("draft") long id,
            @RequestParam(name = "epoch", defaultValue = "0") int epoch,
            Actor actor,
            RedirectAttributes redirect) {
        try {
            Register added = adding.add(id, epoch, actor);
            redirect.addFlashAttribute("done", "workspace.done.register-added");
            return "redirect:/registers/" + added.id();
        } catch (Refused refused) {
            if (refused.because() == Refused.Because.UNKNOWN || refused.because() == Refused.Because.NOT_ALLOWED) {
                throw refused;
            }
            redirect.addFlashAttribute("sentence", phrases.said(refused));
            return DraftModel.step(id, "check");
        }
    }
}
