package fairnotice.web.workspace.inbox;

import fairnotice.access.Actor;
import fairnotice.inbox.OfferingOutcomes;
import fairnotice.inbox.OfferingOutcomes.Offered;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.web.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What can be decided about a task, and why the rest cannot. */
@Component
public class OutcomesInWords {

    private final OfferingOutcomes offering;
    private final Phrases phrases;

    OutcomesInWords(OfferingOutcomes offering, Phrases phrases) {
        this.offering = offering;
        this.phrases = phrases;
    }

    public void fill(Task task, Actor actor, Model model) {
        fill(task, actor, Set.of(), model);
    }

    /** @param elsewhere outcomes that have a page of their own, so that the task's form does not offer them */
    public void fill(Task task, Actor actor, Set<String> elsewhere, Model model) {
        Offered offered = offering.of(task, actor);
        List<String> here = offered.outcomes().stream()
                .filter(outcome -> !elsewhere.contains(outcome))
                .toList();
        model.addAttribute("outcomes", phrases.choices(key(task.kind()), here));
        model.addAttribute("obstacles", offered.obstacles());
    }

    /** Of the messages, up to the outcome. */
    static String key(TaskKind kind) {
        return "workspace.outcome." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".";
    }
}
