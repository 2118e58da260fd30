package fairnotice.web.workspace;

import fairnotice.access.Actor;
import fairnotice.change.VendorChange;
import fairnotice.inbox.ReadingInbox;
import fairnotice.register.Register;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One change: what it is, what happened, what comes next, who was told. */
@Controller
class ChangeController {

    private final ChangePages pages;
    private final Timeline timeline;
    private final ReadingInbox inbox;
    private final Publishers publishers;
    private final Clock clock;

    ChangeController(ChangePages pages, Timeline timeline, ReadingInbox inbox, Publishers publishers, Clock clock) {
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
        model.addAttribute(
                "tasks",
                inbox.tasksAbout(reference, actor).stream()
                        .map(task -> TaskLine.of(task, change, register, clock.instant()))
                        .toList());
        return "workspace/change";
    }
}
