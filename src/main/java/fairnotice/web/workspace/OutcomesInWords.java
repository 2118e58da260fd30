package fairnotice.web.workspace;

import fairnotice.inbox.OfferingOutcomes;
import fairnotice.inbox.OfferingOutcomes.Offered;
import fairnotice.inbox.Task;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What can be decided about a task, and why the rest cannot. */
@Component
class OutcomesInWords {

    private final OfferingOutcomes offering;
    private final ChoicesInWords words;

    OutcomesInWords(OfferingOutcomes offering, ChoicesInWords words) {
        this.offering = offering;
        this.words = words;
    }

    void fill(Task task, Model model) {
        Offered offered = offering.of(task);
        String kind = task.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        model.addAttribute("outcomes", words.choices("workspace.outcome." + kind + ".", offered.outcomes()));
        model.addAttribute("obstacles", offered.obstacles());
    }
}
