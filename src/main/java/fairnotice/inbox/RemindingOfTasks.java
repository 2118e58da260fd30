package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.change.VendorChange;
import fairnotice.inbox.NamingUnreached.Unreached;
import fairnotice.inbox.TaskEmails.Line;
import fairnotice.inbox.TaskReminders.Stage;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds staff of what is due soon, of what is overdue, and tells the administrators when it stays so, by the settings of each register.
 * One letter a group and register holds all that is new since the last look: a thousand objections are one letter, not a thousand.
 */
@Service
public class RemindingOfTasks {

    private static final int PAGE = 500;

    private final List<Tasks> sources;
    private final ReadingInbox inbox;
    private final TaskReminders reminders;
    private final NamingUnreached naming;
    private final NamingCustomers customers;
    private final Registers registers;
    private final StaffDirectory staff;
    private final TaskEmails writing;
    private final HolidayCalendars calendars;
    private final Ledger ledger;
    private final Clock clock;

    RemindingOfTasks(
            List<Tasks> sources,
            ReadingInbox inbox,
            TaskReminders reminders,
            NamingUnreached naming,
            NamingCustomers customers,
            Registers registers,
            StaffDirectory staff,
            TaskEmails writing,
            HolidayCalendars calendars,
            Ledger ledger,
            Clock clock) {
        this.sources = sources;
        this.inbox = inbox;
        this.reminders = reminders;
        this.naming = naming;
        this.customers = customers;
        this.registers = registers;
        this.staff = staff;
        this.writing = writing;
        this.calendars = calendars;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whom a letter goes to: a group, or one person. */
    private record To(String register, Stage stage, Role group, String person) {}

    /** Looks at the open tasks about one change, as the timers of its process call for. */
    @Transactional
    public void remind(String change) {
        reminders.lock();
        Instant now = clock.instant();
        Map<To, List<Line>> letters = new LinkedHashMap<>();
        sources.forEach(source -> collect(source.openAbout(change), now, letters));
        letters.forEach((to, lines) -> write(to, lines, now));
    }

    /** Looks at every open task once. @return how many letters were written */
    @Transactional
    public int remind() {
        reminders.lock();
        Instant now = clock.instant();
        Map<To, List<Line>> letters = new LinkedHashMap<>();
        for (Tasks source : sources) {
            int offset = 0;
            List<Task> page;
            do {
                page = source.open(TaskKind.everywhere(), offset, PAGE);
                collect(page, now, letters);
                offset += PAGE;
            } while (page.size() == PAGE);
        }
        letters.forEach((to, lines) -> write(to, lines, now));
        return letters.size();
    }

    private void collect(List<Task> page, Instant now, Map<To, List<Line>> letters) {
        Map<String, VendorChange> changes = inbox.changes(page);
        List<Task> due = inbox.due(page, changes);
        for (Stage stage : Stage.values()) {
            List<Task> ripe = due.stream()
                    .filter(task -> changes.containsKey(task.reference()))
                    .filter(task -> rules(changes.get(task.reference())).isRipe(task, stage, now))
                    .toList();
            if (!ripe.isEmpty()) {
                Set<String> ids =
                        reminders.add(stage, ripe.stream().map(Task::id).toList(), now);
                List<Task> fresh =
                        ripe.stream().filter(task -> ids.contains(task.id())).toList();
                Map<String, Unreached> unreached = naming.of(fresh);
                Map<String, String> whose = customers.of(fresh);
                fresh.forEach(task -> {
                    VendorChange change = changes.get(task.reference());
                    Deadline last = rules(change).deadline(task);
                    Line line = Line.of(task, change, last, unreached.get(task.id()), whose.get(task.reference()), now);
                    add(task, stage, change, line, letters);
                });
            }
        }
    }

    private void add(Task task, Stage stage, VendorChange change, Line line, Map<To, List<Line>> letters) {
        List<Role> groups = stage == Stage.ESCALATED ? List.of(Role.ADMIN) : groups(task);
        groups.forEach(group -> letters.computeIfAbsent(
                        new To(change.register(), stage, group, null), first -> new ArrayList<>())
                .add(line));
        if (groups.isEmpty() && task.assignee() != null) {
            letters.computeIfAbsent(new To(change.register(), stage, null, task.assignee()), first -> new ArrayList<>())
                    .add(line);
        }
    }

    /** What was for one person alone goes back to legal once that person is gone: they may amend the change to take it over. */
    private List<Role> groups(Task task) {
        List<Role> groups = task.kind().groups();
        boolean handedBack = groups.isEmpty()
                && task.assignee() != null
                && !staff.colleagues().active().stream()
                        .map(Staff::username)
                        .toList()
                        .contains(task.assignee());
        return handedBack ? List.of(Role.LEGAL) : groups;
    }

    private void write(To to, List<Line> lines, Instant now) {
        Register register = registers.getById(to.register());
        List<Staff> readers = to.group() == null ? person(to) : staff.having(to.group(), to.register());
        String stage = to.stage().name().toLowerCase(Locale.ROOT);
        writing.write(register, stage, lines, readers);
        ledger.record(Entry.of("tasks.reminded", register.id(), Actor.SYSTEM.id(), now)
                .with("stage", stage)
                .with("group", to.group())
                .with("person", to.person())
                .with("cases", lines.stream().map(Line::reference).collect(Collectors.joining(" "))));
    }

    /** Whoever holds no role for the register any more is told nothing of it. */
    private List<Staff> person(To to) {
        return staff.findByUsername(to.person()).filter(person -> person.actor().sees(to.register())).stream()
                .toList();
    }

    private ReminderRules rules(VendorChange change) {
        NoticePolicy policy = registers.getById(change.register()).policy();
        return ReminderRules.of(change, policy, calendars.getById(policy.holidayCalendar()));
    }
}
