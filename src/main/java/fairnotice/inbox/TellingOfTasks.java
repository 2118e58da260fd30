package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.change.VendorChange;
import fairnotice.inbox.NamingUnreached.Unreached;
import fairnotice.inbox.TaskEmails.Line;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells staff of tasks that have arrived: everybody of what they may complete, which is what their inbox shows. What arrives within minutes
 * is one letter a person and register; those who may complete the same share it. A task that is over by then is told to nobody.
 */
@Service
public class TellingOfTasks {

    private static final int PAGE = 500;

    private final TaskArrivals arrivals;
    private final List<Tasks> sources;
    private final TaskHandlers desks;
    private final ReadingInbox inbox;
    private final NamingUnreached naming;
    private final NamingCustomers customers;
    private final Registers registers;
    private final StaffDirectory staff;
    private final TaskEmails letters;
    private final HolidayCalendars calendars;
    private final Ledger ledger;
    private final Clock clock;

    TellingOfTasks(
            TaskArrivals arrivals,
            List<Tasks> sources,
            TaskHandlers desks,
            ReadingInbox inbox,
            NamingUnreached naming,
            NamingCustomers customers,
            Registers registers,
            StaffDirectory staff,
            TaskEmails letters,
            HolidayCalendars calendars,
            Ledger ledger,
            Clock clock) {
        this.arrivals = arrivals;
        this.sources = sources;
        this.desks = desks;
        this.inbox = inbox;
        this.naming = naming;
        this.customers = customers;
        this.registers = registers;
        this.staff = staff;
        this.letters = letters;
        this.calendars = calendars;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A task and the change it is about. */
    private record Arrived(Task task, VendorChange change) {}

    /** Whom a letter goes to. */
    private record To(String register, Staff person) {}

    /** What those who may complete the same are told together. */
    private record Share(String register, List<Arrived> tasks) {}

    /**
     * All tasks that arrived, once the oldest has waited that long.
     *
     * @param collected real time
     * @return their ids
     */
    @Transactional(readOnly = true)
    public List<String> collected(Duration collected) {
        return arrivals.waiting(collected);
    }

    /** Tells of these, but for those that another node tells of. @return how many letters were written */
    @Transactional
    public int tell(Collection<String> ids) {
        List<String> arrived = arrivals.take(ids);
        if (arrived.isEmpty()) {
            return 0;
        }
        List<Staff> people = staff.all().stream().filter(Staff::hasAddress).toList();
        Map<To, List<Arrived>> theirs = new LinkedHashMap<>();
        for (int from = 0; from < arrived.size(); from += PAGE) {
            hand(open(arrived.subList(from, Math.min(from + PAGE, arrived.size()))), people, theirs);
        }
        Map<Share, List<Staff>> shares = new LinkedHashMap<>();
        theirs.forEach(
                (to, tasks) -> shares.computeIfAbsent(new Share(to.register(), tasks), first -> new ArrayList<>())
                        .add(to.person()));
        shares.forEach(this::write);
        return shares.size();
    }

    /** Those still open, the most urgent first, each with its change. */
    private Map<Task, VendorChange> open(List<String> ids) {
        List<Task> open =
                sources.stream().flatMap(source -> source.find(ids).stream()).toList();
        Map<String, VendorChange> changes = inbox.changes(open);
        Map<Task, VendorChange> found = new LinkedHashMap<>();
        inbox.due(open, changes).stream()
                .filter(task -> changes.containsKey(task.reference()))
                .sorted(ReadingInbox.URGENT_FIRST)
                .forEach(task -> found.put(task, changes.get(task.reference())));
        return found;
    }

    /** A bounded number of queries, however many tasks and people there are. */
    private void hand(Map<Task, VendorChange> open, List<Staff> people, Map<To, List<Arrived>> theirs) {
        BiPredicate<Task, Actor> may = desks.mayComplete(List.copyOf(open.keySet()));
        for (Staff person : people) {
            Actor actor = person.actor();
            open.forEach((task, change) -> {
                if (may.test(task, actor)) {
                    theirs.computeIfAbsent(new To(change.register(), person), first -> new ArrayList<>())
                            .add(new Arrived(task, change));
                }
            });
        }
    }

    private void write(Share share, List<Staff> readers) {
        Register register = registers.getById(share.register());
        List<Task> tasks = share.tasks().stream().map(Arrived::task).toList();
        Map<String, Unreached> unreached = naming.of(tasks);
        Map<String, String> whose = customers.of(tasks);
        List<Line> lines = share.tasks().stream()
                .map(arrived -> line(
                        arrived,
                        register,
                        unreached.get(arrived.task().id()),
                        whose.get(arrived.task().reference())))
                .toList();
        letters.write(register, TaskEmails.NEW, lines, readers);
        ledger.record(Entry.of("tasks.told", register.id(), Actor.SYSTEM.id(), clock.instant())
                .with("people", readers.stream().map(Staff::username).collect(Collectors.joining(" ")))
                .with("cases", lines.stream().map(Line::reference).collect(Collectors.joining(" "))));
    }

    private Line line(Arrived arrived, Register register, Unreached unreached, String customer) {
        NoticePolicy policy = register.policy();
        ReminderRules rules = ReminderRules.of(arrived.change(), policy, calendars.getById(policy.holidayCalendar()));
        return Line.of(
                arrived.task(), arrived.change(), rules.deadline(arrived.task()), unreached, customer, clock.instant());
    }
}
