package fairnotice.web.workspace.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.change.VendorChange;
import fairnotice.customer.ConfirmingCustomerChange;
import fairnotice.customer.UnconfirmedChanges;
import fairnotice.inbox.GettingStarted;
import fairnotice.inbox.NamingUnreached;
import fairnotice.inbox.NamingUnreached.Unreached;
import fairnotice.inbox.ReadingInbox;
import fairnotice.inbox.ReadingInbox.Paged;
import fairnotice.inbox.ReadingInbox.Pile;
import fairnotice.inbox.Task;
import fairnotice.inbox.TaskKind;
import fairnotice.register.Register;
import fairnotice.web.workspace.Page;
import fairnotice.web.workspace.People;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.customer.ChangedTogether;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What there is to do for the person signed in, and what is overdue, whoever it is for. */
@Controller
class InboxController {

    private static final int MOST = 100;

    /** A change of a customer that another administrator made. */
    record CustomerLine(long id, String name, Register register, String changedBy, Instant changedAt) {}

    /** @param count how many there are, shown or not */
    record Group(TaskKind kind, List<TaskLine> tasks, long count, boolean cut) {}

    /** Where each step of getting started is taken. */
    private static final Map<GettingStarted.Step, String> STEPS = Map.of(
            GettingStarted.Step.PUBLISHER, "/settings/publisher",
            GettingStarted.Step.REGISTER, "/registers",
            GettingStarted.Step.STAFF, "/staff",
            GettingStarted.Step.CUSTOMERS, "/customers",
            GettingStarted.Step.MAIL, "/settings/mail",
            GettingStarted.Step.CHANGE, "/changes");

    private final ReadingInbox inbox;
    private final GettingStarted starting;
    private final NamingUnreached naming;
    private final ConfirmingCustomerChange confirming;
    private final People people;
    private final Publishers publishers;
    private final Clock clock;

    InboxController(
            ReadingInbox inbox,
            GettingStarted starting,
            NamingUnreached naming,
            ConfirmingCustomerChange confirming,
            People people,
            Publishers publishers,
            Clock clock) {
        this.inbox = inbox;
        this.starting = starting;
        this.naming = naming;
        this.confirming = confirming;
        this.people = people;
        this.publishers = publishers;
        this.clock = clock;
    }

    @GetMapping("/inbox")
    String inbox(
            @RequestParam(name = "kind", required = false) String kind,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Actor actor,
            Model model) {
        Map<TaskKind, Long> counts = inbox.counts(actor);
        return counts.keySet().stream()
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .map(each -> ofKind(each, page, counts.get(each), actor, model))
                .orElseGet(() -> everything(actor, model));
    }

    /** All tasks of one kind, page by page. */
    private String ofKind(TaskKind kind, int number, long count, Actor actor, Model model) {
        Paged paged = inbox.tasks(actor, kind, Page.offset(number), Page.SIZE);
        List<TaskLine> lines = lines(paged.tasks(), inbox.changes(paged.tasks()), publishers.byId());
        model.addAttribute("groups", List.of(new Group(kind, lines, count, false)));
        model.addAttribute("page", new Page<>(lines, Math.max(1, number), paged.more()));
        return "workspace/inbox";
    }

    private String everything(Actor actor, Model model) {
        List<Pile> piles = inbox.piles(actor, MOST);
        model.addAttribute("started", starting.lines(actor));
        model.addAttribute("steps", STEPS);
        model.addAttribute("next", whatComes(actor));
        model.addAttribute("total", piles.stream().mapToLong(Pile::count).sum());
        Map<String, VendorChange> about = inbox.changes(
                piles.stream().flatMap(pile -> pile.tasks().stream()).toList());
        Map<String, Register> registers = publishers.byId();
        List<UnconfirmedChanges.Together> together = confirming.together(actor);
        model.addAttribute(
                "together",
                together.stream()
                        .map(each -> ChangedTogether.of(each, registers.get(each.register()), people))
                        .toList());
        model.addAttribute("confirmations", confirmations(actor, together, registers));
        model.addAttribute(
                "groups",
                piles.stream()
                        .map(pile -> new Group(
                                pile.kind(), lines(pile.tasks(), about, registers), pile.count(), pile.isCut()))
                        .toList());
        return "workspace/inbox";
    }

    /** The end of the key that tells which tasks this person gets: of their only role, or of what is more than that. */
    private static String whatComes(Actor actor) {
        Set<Role> roles = actor.roles();
        return roles.size() > 1 || roles.contains(Role.LEGAL)
                ? ""
                : roles.stream().map(role -> "." + role).collect(Collectors.joining());
    }

    /** Those that were changed alone. */
    private List<CustomerLine> confirmations(
            Actor actor, List<UnconfirmedChanges.Together> together, Map<String, Register> registers) {
        return confirming.waiting(actor).stream()
                .filter(waiting -> together.stream().noneMatch(each -> each.holds(waiting)))
                .map(waiting -> new CustomerLine(
                        waiting.change().customer(),
                        waiting.name(),
                        registers.get(waiting.register()),
                        waiting.change().changedBy().stream().map(people::named).collect(Collectors.joining(", ")),
                        waiting.change().changedAt()))
                .toList();
    }

    @GetMapping("/overdue")
    String overdue(Actor actor, Model model) {
        List<Task> tasks = inbox.overdue(actor);
        model.addAttribute("tasks", lines(tasks, inbox.changes(tasks), publishers.byId()));
        model.addAttribute("cut", tasks.size() == ReadingInbox.MOST);
        return "workspace/overdue";
    }

    private List<TaskLine> lines(List<Task> tasks, Map<String, VendorChange> about, Map<String, Register> registers) {
        Instant now = clock.instant();
        Map<String, Unreached> unreached = naming.of(tasks);
        return tasks.stream()
                .filter(task -> about.containsKey(task.reference()))
                .map(task ->
                        line(task, about.get(task.reference()), registers, now).naming(unreached.get(task.id())))
                .toList();
    }

    private static TaskLine line(Task task, VendorChange change, Map<String, Register> registers, Instant now) {
        return TaskLine.of(task, change, registers.get(change.register()), now);
    }
}
