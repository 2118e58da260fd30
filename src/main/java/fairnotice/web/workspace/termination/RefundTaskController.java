package fairnotice.web.workspace.termination;

import fairnotice.access.Actor;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import fairnotice.termination.Termination;
import fairnotice.termination.Terminations;
import fairnotice.web.FormErrors;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.inbox.OutcomesInWords;
import fairnotice.web.workspace.inbox.OvertakenStep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A task about a refund with how it was worked out, and its form. */
@Controller
@RequestMapping("/terminations/{reference}/tasks/{id}")
class RefundTaskController {

    private final ReadingInbox inbox;
    private final CompletingTask completing;
    private final Terminations terminations;
    private final TerminationModel pages;
    private final OutcomesInWords outcomes;
    private final Publishers publishers;
    private final OvertakenStep overtaken;

    RefundTaskController(
            ReadingInbox inbox,
            CompletingTask completing,
            Terminations terminations,
            TerminationModel pages,
            OutcomesInWords outcomes,
            Publishers publishers,
            OvertakenStep overtaken) {
        this.inbox = inbox;
        this.completing = completing;
        this.terminations = terminations;
        this.pages = pages;
        this.outcomes = outcomes;
        this.publishers = publishers;
        this.overtaken = overtaken;
    }

    @GetMapping
    String task(
            @PathVariable("reference") String reference,
            @PathVariable("id") String id,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        FormErrors.of(RefundTaskForm.blank(terminations.getByReference(reference)), model);
        return inbox.taskAbout(reference, id, actor)
                .map(task -> page(task, actor, model))
                .orElseGet(() -> overtaken.back("/terminations/" + reference, redirect));
    }

    @PostMapping
    String complete(
            @PathVariable("reference") String reference,
            @PathVariable("id") String id,
            HttpServletRequest request,
            Actor actor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Termination termination = terminations.getByReference(reference);
        RefundTaskForm form = RefundTaskForm.of(request, termination);
        BindingResult errors = FormErrors.of(form, model);
        boolean done = isDone(id, form, termination.due().keySet(), actor, errors, model);
        if (done) {
            redirect.addFlashAttribute("done", form.isPayment() ? "workspace.done.payment" : "workspace.done.task");
            return "redirect:/terminations/" + reference;
        }
        Optional<Task> task = inbox.taskAbout(reference, id, actor);
        if (task.isPresent()) {
            FormErrors.of(form.beside(terminations.getByReference(reference)), model)
                    .addAllErrors(errors);
            return page(task.get(), actor, model);
        }
        Register register = publishers.of(termination.register());
        return overtaken.tell(reference, register, errors, request, response, model, redirect);
    }

    /** That it would change nothing to calculate again is no mistake of whoever asked for it. */
    private boolean isDone(
            String id, RefundTaskForm form, Set<String> due, Actor actor, BindingResult errors, Model model) {
        try {
            completing.complete(id, form.completion(due), actor);
            return true;
        } catch (Refused refused) {
            if (form.isRecalculation() && refused.because() == Refused.Because.CONFLICT) {
                model.addAttribute("found", refused.problems().get(0).phrase());
            } else {
                FormErrors.show(form.onFields(refused, due), errors);
            }
            return false;
        }
    }

    private String page(Task task, Actor actor, Model model) {
        pages.fill(task.reference(), model);
        model.addAttribute("task", task);
        outcomes.fill(task, actor, model);
        return "workspace/task-refund";
    }
}
