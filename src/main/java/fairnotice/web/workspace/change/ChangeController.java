package fairnotice.web.workspace.change;

import fairnotice.access.Actor;
import fairnotice.change.VendorChange;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.register.Register;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.history.Timeline;
import fairnotice.web.workspace.inbox.TaskLine;
import fairnotice.web.workspace.inbox.WhoseTurn;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One change: what it is, what happened, what comes next, who was told. */
@Controller
class ChangeController {

    /** How many tasks the page of a change lists. */
    private static final int FIRST_TASKS = 20;

    private final ChangeModel pages;
    private final Timeline timeline;
    private final ReadingInbox inbox;
    private final WhoseTurn turn;
    private final Publishers publishers;
    private final Clock clock;

    ChangeController(
            ChangeModel pages,
            Timeline timeline,
            ReadingInbox inbox,
            WhoseTurn turn,
            Publishers publishers,
            Clock clock) {
        this.turn = turn;
        this.pages = pages;
        this.timeline = timeline;
        this.inbox = inbox;
        this.publishers = publishers;
        this.clock = clock;
    }

    @GetMapping("/changes/{reference}")
    String change(
            @PathVariable("reference") String reference,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Actor actor,
            Model model) {
        VendorChange change = pages.head(reference, model);
        Register register = publishers.of(change.register());
        pages.course(change, page, model);
        model.addAttribute("timeline", timeline.about(reference, register.zone()));
        ReadingInbox.About about = inbox.about(reference, actor);
        turn.fill(about.whose(), model);
        List<Task> tasks = about.tasks();
        model.addAttribute("moreTasks", Math.max(0, tasks.size() - FIRST_TASKS));
        model.addAttribute(
                "tasks",
                tasks.stream()
                        .limit(FIRST_TASKS)
                        .map(task -> TaskLine.of(task, change, register, clock.instant()))
                        .toList());
        return "workspace/change";
    }
}
