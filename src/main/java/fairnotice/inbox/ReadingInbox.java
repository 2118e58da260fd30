package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading what there is to do, for one person. */
@Service
public class ReadingInbox {

    private static final int MOST = 500;

    private final List<Tasks> sources;
    private final VendorChanges changes;

    ReadingInbox(List<Tasks> sources, VendorChanges changes) {
        this.sources = sources;
        this.changes = changes;
    }

    /**
     * The tasks this person may complete; those due first, then the oldest.
     *
     * @param group only tasks of this group; null for all
     */
    @Transactional(readOnly = true)
    public List<Task> tasks(Actor actor, Role group) {
        List<Task> open = sources.stream()
                .flatMap(source -> source.open(MOST).stream())
                .filter(task -> group == null || task.kind().groups().contains(group))
                .toList();
        return allowed(open, actor);
    }

    /** The tasks about one change that this person may complete. */
    @Transactional(readOnly = true)
    public List<Task> tasksAbout(String reference, Actor actor) {
        List<Task> open = sources.stream()
                .flatMap(source -> source.openAbout(reference).stream())
                .toList();
        return allowed(open, actor);
    }

    private List<Task> allowed(List<Task> open, Actor actor) {
        Map<String, VendorChange> byReference =
                changes.byReferences(open.stream().map(Task::reference).collect(Collectors.toSet()));
        return open.stream()
                .filter(task -> byReference.containsKey(task.reference()))
                .filter(task -> TaskRules.mayComplete(task, byReference.get(task.reference()), actor))
                .sorted(Comparator.comparing(Task::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Task::createdAt))
                .toList();
    }
}
