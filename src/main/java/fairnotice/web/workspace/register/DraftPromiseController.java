package fairnotice.web.workspace.register;

import fairnotice.access.Actor;
import fairnotice.register.AddingRegister;
import fairnotice.register.DraftingRegister;
import fairnotice.register.PromiseTemplate;
import fairnotice.register.RegisterDraft;
import fairnotice.register.TypedPromise;
import fairnotice.web.FormErrors;
import fairnotice.web.workspace.Problems;
import org.apache.commons.lang3.EnumUtils;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The promise of a new register: from a template, altered, with what it means beside it. */
@Controller
@RequestMapping("/registers/new/{draft}/promise")
class DraftPromiseController {

    private static final String STEP = "promise";

    private final DraftingRegister drafting;
    private final AddingRegister adding;
    private final DraftModel pages;
    private final PromiseModel promises;

    DraftPromiseController(DraftingRegister drafting, AddingRegister adding, DraftModel pages, PromiseModel promises) {
        this.drafting = drafting;
        this.adding = adding;
        this.pages = pages;
        this.promises = promises;
    }

    @GetMapping
    String promise(@PathVariable("draft") long id, Actor actor, Model model) {
        TypedPromise typed = drafting.draft(id, actor).content().promise();
        if (typed != null) {
            BindingResult binding = FormErrors.of(typed, model);
            show(id, typed, null, binding, actor, model);
        }
        return page(id, typed, actor, model);
    }

    @PostMapping("/template")
    String choose(
            @PathVariable("draft") long id,
            @RequestParam(name = "epoch", defaultValue = "0") int epoch,
            @RequestParam(name = "template", defaultValue = "") String template,
            Actor actor) {
        RegisterDraft draft = drafting.draft(id, actor);
        PromiseTemplate chosen = EnumUtils.getEnum(PromiseTemplate.class, template);
        if (chosen != null) {
            TypedPromise typed = chosen.typed(draft.content().promise());
            drafting.save(id, epoch, draft.content().with(typed), actor);
        }
        return DraftModel.step(id, STEP);
    }

    /** For who goes back to a template. */
    @GetMapping("/template")
    String looked(@PathVariable("draft") long id) {
        return DraftModel.step(id, STEP);
    }

    /** @param next "look" for what it means, else on to the next step. @param on the day of the example */
    @PostMapping
    String save(
            @PathVariable("draft") long id,
            @RequestParam(name = "epoch", defaultValue = "0") int epoch,
            @RequestParam(name = "next", defaultValue = "") String next,
            @RequestParam(name = "on", defaultValue = "") String on,
            @ModelAttribute("form") TypedPromise form,
            BindingResult binding,
            Actor actor,
            Model model) {
        RegisterDraft draft = drafting.draft(id, actor);
        boolean saved = Problems.none(
                binding, () -> drafting.save(id, epoch, draft.content().with(form), actor));
        boolean right = show(id, form, on, binding, actor, model);
        return saved && right && !"look".equals(next) ? DraftModel.step(id, "check") : page(id, form, actor, model);
    }

    /** What it means, where nothing is wrong with it. */
    private boolean show(long id, TypedPromise typed, String on, BindingResult binding, Actor actor, Model model) {
        model.addAttribute("on", on);
        return Problems.none(
                binding,
                () -> promises.meaning(
                        drafting.draft(id, actor).content().settings().layout().promising(adding.promise(typed)),
                        on,
                        model));
    }

    private String page(long id, TypedPromise typed, Actor actor, Model model) {
        pages.fill(id, STEP, actor, model);
        promises.choices(typed, model);
        return "workspace/draft-promise";
    }
}
