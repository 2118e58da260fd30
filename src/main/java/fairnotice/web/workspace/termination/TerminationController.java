package fairnotice.web.workspace.termination;

import fairnotice.access.Actor;
import fairnotice.change.VendorChange;
import fairnotice.customer.Customers;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.Task;
import fairnotice.mail.Mailings;
import fairnotice.register.Register;
import fairnotice.termination.Termination;
import fairnotice.termination.Terminations;
import fairnotice.web.Downloads;
import fairnotice.web.NoSuchPage;
import fairnotice.web.workspace.Page;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.history.Timeline;
import fairnotice.web.workspace.inbox.TaskLine;
import fairnotice.web.workspace.inbox.WhoseTurn;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Terminations: what ends, how the refund was worked out, where it stands. */
@Controller
class TerminationController {

    private final Terminations terminations;
    private final TerminationModel pages;
    private final Customers customers;
    private final ReadingInbox inbox;
    private final WhoseTurn turn;
    private final Timeline timeline;
    private final Mailings mailings;
    private final Publishers publishers;
    private final Clock clock;

    TerminationController(
            Terminations terminations,
            TerminationModel pages,
            Customers customers,
            ReadingInbox inbox,
            WhoseTurn turn,
            Timeline timeline,
            Mailings mailings,
            Publishers publishers,
            Clock clock) {
        this.terminations = terminations;
        this.pages = pages;
        this.customers = customers;
        this.inbox = inbox;
        this.turn = turn;
        this.timeline = timeline;
        this.mailings = mailings;
        this.publishers = publishers;
        this.clock = clock;
    }

    @GetMapping("/terminations")
    String terminations(@RequestParam(name = "page", defaultValue = "1") int number, Actor actor, Model model) {
        Page<Termination> page =
                Page.of(terminations.page(actor.scope(), null, Page.offset(number), Page.SIZE + 1), number);
        model.addAttribute("page", page);
        model.addAttribute(
                "customers",
                customers.byIds(page.items().stream().map(Termination::customer).toList()));
        return "workspace/terminations";
    }

    @GetMapping("/terminations/{reference}")
    String termination(@PathVariable("reference") String reference, Actor actor, Model model) {
        Termination termination = pages.fill(reference, model);
        ZoneId zone = ZoneId.of(termination.worksheet().zone());
        model.addAttribute("zone", zone);
        model.addAttribute("timeline", timeline.about(reference, zone));
        model.addAttribute("mailings", mailings.about(reference));
        ReadingInbox.About about = inbox.about(reference, actor);
        turn.fill(about.whose(), model);
        Map<String, Register> registers = publishers.byId();
        model.addAttribute(
                "tasks",
                about.tasks().stream()
                        .map(task -> line(task, about.changes().get(task.reference()), registers))
                        .toList());
        return "workspace/termination";
    }

    private TaskLine line(Task task, VendorChange change, Map<String, Register> registers) {
        return TaskLine.of(task, change, registers.get(change.register()), clock.instant());
    }

    @GetMapping("/terminations/{reference}/statement")
    ResponseEntity<byte[]> statement(@PathVariable("reference") String reference) {
        byte[] pdf = terminations
                .statement(terminations.getByReference(reference).reference())
                .orElseThrow(() -> new NoSuchPage());
        return Downloads.of(reference + ".pdf", "application/pdf", pdf);
    }
}
