package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.refusal.Phrase;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading what there is to do, for one person. */
@Service
public class ReadingInbox {

    /** How many tasks are shown at once; the most urgent are. */
    public static final int MOST = 500;

    static final Comparator<Task> URGENT_FIRST = Comparator.comparing(
                    Task::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Task::createdAt);

    private final List<Tasks> sources;
    private final TaskHandlers desks;
    private final VendorChanges changes;
    private final StaffDirectory staff;
    private final DueDates dueDates;
    private final Clock clock;

    ReadingInbox(
            List<Tasks> sources,
            TaskHandlers desks,
            VendorChanges changes,
            StaffDirectory staff,
            DueDates dueDates,
            Clock clock) {
        this.staff = staff;
        this.sources = sources;
        this.desks = desks;
        this.changes = changes;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    /**
     * A page of what is open.
     *
     * @param tasks those of the page that the person may complete; others are left out, so that a page may hold fewer than were asked for
     * @param more whether a page comes after it
     */
    public record Paged(List<Task> tasks, boolean more) {}

    /**
     * The tasks this person may complete, page by page: those due first, then the oldest.
     *
     * @param group only tasks of this group; null for all
     * @param offset how many of what is open come before the page
     */
    @Transactional(readOnly = true)
    public Paged tasks(Actor actor, Role group, int offset, int size) {
        return page(kinds(actor, group), offset, size, actor);
    }

    /** The same for one kind. */
    @Transactional(readOnly = true)
    public Paged tasks(Actor actor, TaskKind kind, int offset, int size) {
        return page(only(kind, actor), offset, size, actor);
    }

    /** Pages are cut in the order of the sources, so that each task is on one of them; only within a page do computed due dates count. */
    private Paged page(Map<TaskKind, Scope> kinds, int offset, int size, Actor actor) {
        List<Task> upToNext = sources.stream()
                .flatMap(source -> source.open(kinds, 0, offset + size + 1).stream())
                .sorted(URGENT_FIRST)
                .toList();
        List<Task> page = upToNext.stream().skip(offset).limit(size).toList();
        return new Paged(desks.allowed(urgentFirst(page), actor), upToNext.size() > offset + size);
    }

    /** One task, if it is open and this person may complete it. */
    @Transactional(readOnly = true)
    public Optional<Task> task(String id, Actor actor) {
        List<Task> found =
                sources.stream().flatMap(source -> source.find(id).stream()).toList();
        return desks.allowed(urgentFirst(found), actor).stream().findFirst();
    }

    /**
     * The tasks of one kind that a person may complete.
     *
     * @param tasks the most urgent
     * @param count how many there are; those of the whole group, where there are too many to look at each
     */
    public record Pile(TaskKind kind, List<Task> tasks, long count) {

        public boolean isCut() {
            return count > tasks.size();
        }
    }

    /** What this person may complete, kind by kind, at most {@code each} of a kind; a bounded number of queries however many are open. */
    @Transactional(readOnly = true)
    public List<Pile> piles(Actor actor, int each) {
        return new TreeMap<>(counts(actor))
                .entrySet().stream()
                        .filter(kind -> kind.getValue() > 0)
                        .map(kind -> pile(kind.getKey(), kind.getValue(), actor, each))
                        .filter(pile -> !pile.tasks().isEmpty())
                        .toList();
    }

    /** Twice as many are looked at as are shown, since some are not this person's; of those that are one person's alone, many. */
    private Pile pile(TaskKind kind, long count, Actor actor, int each) {
        List<Task> seen = open(only(kind, actor), kind.groups().isEmpty() ? MOST : 2 * each);
        List<Task> allowed = desks.allowed(seen, actor);
        return new Pile(kind, allowed.stream().limit(each).toList(), seen.size() < count ? count : allowed.size());
    }

    /** One task about exactly that case, for the page of it. */
    @Transactional(readOnly = true)
    public Optional<Task> taskAbout(String reference, String id, Actor actor) {
        return tasksAbout(reference, actor).stream()
                .filter(task -> task.id().equals(id) && task.reference().equals(reference))
                .findFirst();
    }

    /** The tasks about one case, or about one change and the cases of it, that this person may complete. */
    @Transactional(readOnly = true)
    public List<Task> tasksAbout(String reference, Actor actor) {
        List<Task> open = sources.stream()
                .flatMap(source -> source.openAbout(reference).stream())
                .toList();
        return desks.allowed(urgentFirst(open), actor);
    }

    /**
     * Who may complete an open task, whoever asks.
     *
     * @param people user names of those who are staff now; none while it waits for somebody else
     * @param vacancy whom it waits for; null where somebody may complete it
     */
    public record Whose(Task task, List<String> people, Phrase vacancy) {}

    /**
     * What is open about one case, or about one change and the cases of it, the most urgent first.
     *
     * @param tasks those that this person may complete
     * @param whose the case's own, but for customers to be reached, with everybody who may
     * @param changes that the tasks' cases are about, by the case's reference
     */
    public record About(List<Task> tasks, List<Whose> whose, Map<String, VendorChange> changes) {}

    @Transactional(readOnly = true)
    public About about(String reference, Actor actor) {
        List<Task> found = sources.stream()
                .flatMap(source -> source.openAbout(reference).stream())
                .toList();
        Map<String, VendorChange> about = changes(found);
        List<Task> open = due(found, about).stream().sorted(URGENT_FIRST).toList();
        BiPredicate<Task, Actor> may = desks.mayComplete(open);
        return new About(
                open.stream().filter(task -> may.test(task, actor)).toList(),
                whose(
                        open.stream()
                                .filter(task ->
                                        task.reference().equals(reference) && task.kind() != TaskKind.REACH_CUSTOMER)
                                .toList(),
                        may),
                about);
    }

    private List<Whose> whose(List<Task> open, BiPredicate<Task, Actor> may) {
        if (open.isEmpty()) {
            return List.of();
        }
        List<Staff> all = staff.all().stream()
                .sorted(Comparator.comparing(Staff::username))
                .toList();
        return open.stream()
                .map(task -> whose(
                        task,
                        all.stream()
                                .filter(person -> may.test(task, person.actor()))
                                .map(Staff::username)
                                .toList()))
                .toList();
    }

    private Whose whose(Task task, List<String> people) {
        return new Whose(
                task,
                people,
                people.isEmpty() ? desks.of(task.kind()).vacancy(task).orElse(null) : null);
    }

    /** How many open tasks there are of each kind that this person's groups work. */
    @Transactional(readOnly = true)
    public Map<TaskKind, Long> counts(Actor actor) {
        Map<TaskKind, Long> counts = new EnumMap<>(TaskKind.class);
        sources.forEach(source ->
                source.counts(TaskKind.workedBy(actor)).forEach((kind, open) -> counts.merge(kind, open, Long::sum)));
        return counts;
    }

    /** What is overdue in this person's registers, whoever it is for; the longest overdue first, at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<Task> overdue(Actor actor) {
        return overdue(actor.scope());
    }

    /** How many tasks are overdue, whose ever they are; at most {@value #MOST}. */
    @Transactional(readOnly = true)
    int countOverdue() {
        return overdue(Scope.ALL).size();
    }

    /** How many tasks are open. */
    @Transactional(readOnly = true)
    long countOpen() {
        Map<TaskKind, Scope> kinds = everything(Scope.ALL);
        return sources.stream()
                .flatMap(source -> source.counts(kinds).values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<Task> overdue(Scope scope) {
        Instant now = clock.instant();
        Predicate<Task> late = task -> task.dueAt() != null && !now.isBefore(task.dueAt());
        return open(everything(scope), MOST).stream().filter(late).toList();
    }

    private static Map<TaskKind, Scope> everything(Scope scope) {
        Map<TaskKind, Scope> seen = new EnumMap<>(TaskKind.class);
        for (TaskKind kind : TaskKind.values()) {
            seen.put(kind, scope);
        }
        return seen;
    }

    /** The changes that these tasks' cases are about, by the case's reference. */
    @Transactional(readOnly = true)
    public Map<String, VendorChange> changes(Collection<Task> tasks) {
        Map<String, String> references = desks.changes(tasks);
        Map<String, VendorChange> found = changes.byReferences(Set.copyOf(references.values()));
        Map<String, VendorChange> byCase = new HashMap<>();
        references.forEach((of, change) -> {
            if (found.containsKey(change)) {
                byCase.put(of, found.get(change));
            }
        });
        return byCase;
    }

    private List<Task> open(Map<TaskKind, Scope> kinds, int limit) {
        return kinds.isEmpty()
                ? List.of()
                : urgentFirst(sources.stream()
                                .flatMap(source -> source.open(kinds, 0, limit).stream())
                                .toList())
                        .stream()
                        .limit(limit)
                        .toList();
    }

    private List<Task> urgentFirst(List<Task> tasks) {
        return due(tasks, changes(tasks)).stream().sorted(URGENT_FIRST).toList();
    }

    /** These tasks, each with a due date. @param changes by the reference of their cases */
    List<Task> due(List<Task> tasks, Map<String, VendorChange> changes) {
        return dueDates.complete(tasks, changes);
    }

    /** Kinds that are one person's alone belong to no group, and to everybody's inbox. */
    private static Map<TaskKind, Scope> kinds(Actor actor, Role group) {
        Map<TaskKind, Scope> worked = TaskKind.workedBy(actor);
        worked.keySet().removeIf(kind -> group != null && !kind.groups().contains(group));
        return worked;
    }

    private static Map<TaskKind, Scope> only(TaskKind kind, Actor actor) {
        Map<TaskKind, Scope> worked = TaskKind.workedBy(actor);
        worked.keySet().retainAll(Set.of(kind));
        return worked;
    }
}
