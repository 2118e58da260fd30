package fairnotice.web.workspace.objection;

import fairnotice.access.Actor;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.objection.Objection;
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

/** A task about an objection with everything needed to decide it, and its form. */
@Controller
@RequestMapping("/objections/{reference}/tasks/{id}")
class ObjectionTaskController {

    private final ReadingInbox inbox;
    private final CompletingTask completing;
    private final ObjectionModel pages;
    private final ObjectionTaskModel taskPages;
    private final Publishers publishers;
    private final OvertakenStep overtaken;

    ObjectionTaskController(
            ReadingInbox inbox,
            CompletingTask completing,
            ObjectionModel pages,
            ObjectionTaskModel taskPages,
            Publishers publishers,
            OvertakenStep overtaken) {
        this.inbox = inbox;
        this.completing = completing;
        this.pages = pages;
        this.taskPages = taskPages;
        this.publishers = publishers;
        this.overtaken = overtaken;
    }

    /** @param customer for matching: the candidate that was chosen */
    @GetMapping
    String task(
            @PathVariable("reference") String reference,
            @PathVariable("id") String id,
            @RequestParam(name = "customer", required = false) String customer,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("form", ObjectionTaskForm.matching(customer));
        return inbox.taskAbout(reference, id, actor)
                .map(task -> page(task, actor, model))
                .orElseGet(() -> overtaken.back("/objections/" + reference, redirect));
    }

    @PostMapping
    String complete(
            @PathVariable("reference") String reference,
            @PathVariable("id") String id,
            @ModelAttribute("form") ObjectionTaskForm form,
            BindingResult binding,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        boolean done = Problems.none(binding, () -> completing.complete(id, form.completion(), actor));
        if (done) {
            redirect.addFlashAttribute("done", "workspace.done.task");
            return "redirect:/objections/" + reference;
        }
        return inbox.taskAbout(reference, id, actor)
                .map(task -> page(task, actor, model))
                .orElseGet(() -> overtaken.tell(
                        reference,
                        publishers.of(pages.fill(reference, model).register()),
                        binding,
                        request,
                        response,
                        model,
                        redirect));
    }

    private String page(Task task, Actor actor, Model model) {
        Objection objection = pages.fill(task.reference(), model);
        model.addAttribute("task", task);
        taskPages.fill(task, objection, actor, model);
        return "workspace/task-" + word(task.kind());
    }

    private static String word(TaskKind kind) {
        return switch (kind) {
            case MATCH_OBJECTION -> "match";
            case ASSESS_GROUNDS, REASSESS_GROUNDS -> "assess";
            case PROPOSE_RESOLUTION -> "cure";
            case REACH_CUSTOMER -> "reach-objector";
            case ANSWER_DISPUTE -> "dispute";
            default -> throw new IllegalArgumentException(kind + " has a page of its own");
        };
    }
}
