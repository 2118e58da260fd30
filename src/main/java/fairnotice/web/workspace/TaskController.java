package fairnotice.web.workspace;

import fairnotice.access.Actor;
import fairnotice.change.VendorChange;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
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

/** A task with everything needed to decide it, and its form. */
@Controller
@RequestMapping("/changes/{reference}/tasks/{id}")
class TaskController {

    private final ReadingInbox inbox;
    private final CompletingTask completing;
    private final ChangePages pages;
    private final TaskPages taskPages;

    TaskController(ReadingInbox inbox, CompletingTask completing, ChangePages pages, TaskPages taskPages) {
        this.inbox = inbox;
        this.completing = completing;
        this.pages = pages;
        this.taskPages = taskPages;
    }

    /** @param announceOn for a review: what would happen if it were announced that day */
    @GetMapping
    String task(
            @PathVariable("reference") String reference,
            @PathVariable("id") String id,
            @RequestParam(name = "announceOn", required = false) String announceOn,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("form", TaskForm.blank().announcedOn(announceOn));
        return page(reference, id, actor, model, redirect);
    }

    @PostMapping
    String complete(
            @PathVariable("reference") String reference,
            @PathVariable("id") String id,
            @ModelAttribute("form") TaskForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        boolean done = Problems.none(binding, () -> completing.complete(id, form.completion(), actor));
        return done ? back(reference, redirect) : page(reference, id, actor, model, redirect);
    }

    @PostMapping("/revision")
    String revise(
            @PathVariable("reference") String reference,
            @PathVariable("id") String id,
            @ModelAttribute("form") ProposalForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        boolean done = Problems.none(binding, () -> completing.complete(id, revised(form), actor));
        return done ? back(reference, redirect) : page(reference, id, actor, model, redirect);
    }

    private String page(String reference, String id, Actor actor, Model model, RedirectAttributes redirect) {
        Task task = inbox.tasksAbout(reference, actor).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
        if (task == null) {
            tellWhy(model, redirect);
            return "redirect:/changes/" + reference;
        }
        VendorChange change = pages.head(reference, model);
        taskPages.fill(task, change, model);
        return "workspace/task-" + word(task.kind());
    }

    /** The sentence of the refusal where something was handed in, else a general one. */
    private static void tellWhy(Model model, RedirectAttributes redirect) {
        Object binding = model.getAttribute(BindingResult.MODEL_KEY_PREFIX + "form");
        if (binding instanceof BindingResult refused && refused.hasErrors()) {
            redirect.addFlashAttribute("sentence", Problems.sentences(refused));
        } else {
            redirect.addFlashAttribute("done", "workspace.done.task-over");
        }
    }

    private static String word(TaskKind kind) {
        return switch (kind) {
            case REVIEW_CHANGE -> "review";
            case APPROVE_SECOND -> "second-approval";
            case DECIDE_GO_LIVE -> "go-live";
            case REACH_CUSTOMER -> "reach";
            case REVISE_CHANGE -> "revise";
            default -> throw new IllegalArgumentException(kind + " has a page of its own");
        };
    }

    private static Completion revised(ProposalForm form) {
        return new Completion("submit", null, null, null, null, null, null, null, null, null, form.proposal());
    }

    private static String back(String reference, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", "workspace.done.task");
        return "redirect:/changes/" + reference;
    }
}
