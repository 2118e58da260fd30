package fairnotice.web.workspace;

import fairnotice.access.Actor;
import fairnotice.change.VendorChange;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What there is to do for the person signed in. */
@Controller
class InboxController {

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
        List<Task> tasks = inbox.tasks(actor, null);
        Map<String, VendorChange> about = inbox.changes(tasks);
        Instant now = clock.instant();
        model.addAttribute(
                "groups",
                tasks.stream()
                        .map(task -> TaskLine.of(task, about.get(task.reference()), publishers, now))
                        .collect(Collectors.groupingBy(TaskLine::kind, TreeMap::new, Collectors.toList())));
        model.addAttribute("count", tasks.size());
        return "workspace/inbox";
    }
}
