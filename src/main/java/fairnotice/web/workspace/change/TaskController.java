package fairnotice.web.workspace.change;

import fairnotice.access.Actor;
import fairnotice.change.VendorChange;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.web.workspace.Problems;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.inbox.OvertakenStep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.servlet.view.RedirectView;

/** A task with everything needed to decide it, and its form. */
@Controller
@RequestMapping("/changes/{reference}/tasks/{id}")
class TaskController {

    private final ReadingInbox inbox;
    private final CompletingTask completing;
    private final ChangeModel pages;
    private final TaskModel taskPages;
    private final Publishers publishers;
    private final OvertakenStep overtaken;

    TaskController(
            ReadingInbox inbox,
            CompletingTask completing,
            ChangeModel pages,
            TaskModel taskPages,
            Publishers publishers,
            OvertakenStep overtaken) {
        this.inbox = inbox;
        this.completing = completing;
        this.pages = pages;
        this.taskPages = taskPages;
        this.publishers = publishers;
        this.overtaken = overtaken;
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
        return inbox.taskAbout(reference, id, actor)
                .map(task -> page(task, actor, model))
                .orElseGet(() -> overtaken.back("/changes/" + reference, redirect));
    }

    @PostMapping
    String complete(
            @PathVariable("reference") String reference,
            @PathVariable("id") String id,
            @ModelAttribute("form") TaskForm form,
            BindingResult binding,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        boolean done = Problems.none(binding, () -> completing.complete(id, form.completion(), actor));
        return done
                ? back(reference, redirect)
                : again(reference, id, actor, binding, request, response, model, redirect);
    }

    /** For who goes back to a revision that was refused. */
    @GetMapping("/revision")
    RedirectView revised() {
        return new RedirectView("/changes/{reference}/tasks/{id}", true);
    }

    @PostMapping("/revision")
    String revise(
            @PathVariable("reference") String reference,
            @PathVariable("id") String id,
            @ModelAttribute("form") ProposalForm form,
            BindingResult binding,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        if (inbox.taskAbout(reference, id, actor)
                .filter(task -> task.kind() != TaskKind.REVISE_CHANGE)
                .isPresent()) {
            return "redirect:/changes/" + reference + "/tasks/" + id;
        }
        boolean done = Problems.none(binding, () -> completing.complete(id, revised(form), actor));
        return done
                ? back(reference, redirect)
                : again(reference, id, actor, binding, request, response, model, redirect);
    }

    /** The form as it was typed; where the task is over, what was typed with what happened instead. */
    private String again(
            String reference,
            String id,
            Actor actor,
            BindingResult refused,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return inbox.taskAbout(reference, id, actor)
                .map(task -> page(task, actor, model))
                .orElseGet(() -> overtaken.tell(
                        reference,
                        publishers.of(pages.head(reference, model).register()),
                        refused,
                        request,
                        response,
                        model,
                        redirect));
    }

    private String page(Task task, Actor actor, Model model) {
        VendorChange change = pages.head(task.reference(), model);
        taskPages.fill(task, change, actor, model);
        return "workspace/task-" + word(task.kind());
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
        return new Completion("submit", null, null, null, null, null, null, null, null, null, null, form.proposal());
    }

    private static String back(String reference, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", "workspace.done.task");
        return "redirect:/changes/" + reference;
    }
}
