package fairnotice.web.workspace;

import fairnotice.access.Actor;
import fairnotice.change.VendorChange;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.ReadingInbox.Pile;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What there is to do for the person signed in, and what is overdue, whoever it is for. */
@Controller
class InboxController {

    private static final int MOST = 100;

    /** @param count how many there are, shown or not */
    record Group(TaskKind kind, List<TaskLine> tasks, long count, boolean cut) {}

    private final ReadingInbox inbox;
    private final Publishers publishers;
    private final Clock clock;

    InboxController(ReadingInbox inbox, Publishers publishers, Clock clock) {
        this.inbox = inbox;
        this.publishers = publishers;
        this.clock = clock;
    }

    @GetMapping("/inbox")
    String inbox(Actor actor, Model model) {
        List<Pile> piles = inbox.piles(actor, MOST);
        Map<String, VendorChange> about = inbox.changes(
                piles.stream().flatMap(pile -> pile.tasks().stream()).toList());
        model.addAttribute(
                "groups",
                piles.stream()
                        .map(pile -> new Group(pile.kind(), lines(pile.tasks(), about), pile.count(), pile.isCut()))
                        .toList());
        return "workspace/inbox";
    }

    @GetMapping("/overdue")
    String overdue(Model model) {
        List<Task> tasks = inbox.overdue();
        model.addAttribute("tasks", lines(tasks, inbox.changes(tasks)));
        model.addAttribute("cut", tasks.size() == ReadingInbox.MOST);
        return "workspace/overdue";
    }

    private List<TaskLine> lines(List<Task> tasks, Map<String, VendorChange> about) {
        Instant now = clock.instant();
        return tasks.stream()
                .filter(task -> about.containsKey(task.reference()))
                .map(task -> TaskLine.of(task, about.get(task.reference()), publishers, now))
                .toList();
    }
}
