package fairnotice.inbox;

import fairnotice.access.Scope;
import fairnotice.objection.EmailKey;
import fairnotice.objection.WrittenEmails;
import fairnotice.objection.WrittenEmails.Lost;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The tasks "reach the customer" about letters of cases: there while a case waits because its letter has reached nobody. */
@Service
class ReachObjectorTasks implements Tasks {

    private static final Pattern ID = Pattern.compile("reach-(OBJ-\\d+-\\d+)-[a-z-]+-\\d+");

    private final WrittenEmails letters;

    ReachObjectorTasks(WrittenEmails letters) {
        this.letters = letters;
    }

    @Override
    public List<Task> open(Map<TaskKind, Scope> kinds, int offset, int limit) {
        return kinds.containsKey(TaskKind.REACH_CUSTOMER)
                ? letters.lost(kinds.get(TaskKind.REACH_CUSTOMER), offset, limit).stream()
                        .map(ReachObjectorTasks::task)
                        .toList()
                : List.of();
    }

    @Override
    public Map<TaskKind, Long> counts(Map<TaskKind, Scope> kinds) {
        return kinds.containsKey(TaskKind.REACH_CUSTOMER)
                ? Map.of(TaskKind.REACH_CUSTOMER, letters.countLost(kinds.get(TaskKind.REACH_CUSTOMER)))
                : Map.of();
    }

    @Override
    public List<Task> openAbout(String reference) {
        return letters.lost(List.of(reference)).stream()
                .map(ReachObjectorTasks::task)
                .toList();
    }

    @Override
    public List<Task> find(Collection<String> ids) {
        Set<String> references =
                ids.stream().flatMap(id -> reference(id).stream()).collect(Collectors.toSet());
        return letters.lost(references).stream()
                .map(ReachObjectorTasks::task)
                .filter(task -> ids.contains(task.id()))
                .toList();
    }

    /** Nobody's name is kept with it: the case has moved on when its letter has reached somebody, however that came about. */
    @Override
    public Optional<EndedTask> ended(String id) {
        return reference(id)
                .flatMap(reference ->
                        letters.lastWritten(reference).map(at -> new EndedTask(reference, null, null, null, at)));
    }

    /** It ends by itself. */
    @Override
    public void complete(String id, String outcome, Map<String, Object> verdicts, String by) {
        throw new UnsupportedOperationException("The customer is reached, or its case moves on");
    }

    private static Optional<String> reference(String id) {
        Matcher form = ID.matcher(id);
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    private static Task task(Lost lost) {
        EmailKey key = lost.key();
        return new Task(
                "reach-" + key.reference() + "-" + key.letter().word() + "-" + key.number(),
                TaskKind.REACH_CUSTOMER,
                key.reference(),
                lost.register(),
                key.reference(),
                lost.since(),
                null,
                null);
    }
}
