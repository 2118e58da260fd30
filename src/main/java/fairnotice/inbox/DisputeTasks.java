package fairnotice.inbox;

import fairnotice.access.Scope;
import fairnotice.objection.DisputeDates;
import fairnotice.objection.Disputes;
import fairnotice.objection.Disputes.Unanswered;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The tasks to answer a customer that wrote against its refund: there until staff have written to it in its case. */
@Service
class DisputeTasks implements Tasks {

    private static final Pattern ID = Pattern.compile("dispute-(OBJ-\\d+-\\d+)");

    private final Disputes disputes;
    private final DisputeDates dates;

    DisputeTasks(Disputes disputes, DisputeDates dates) {
        this.disputes = disputes;
        this.dates = dates;
    }

    @Override
    public List<Task> open(Map<TaskKind, Scope> kinds, int offset, int limit) {
        return kinds.containsKey(TaskKind.ANSWER_DISPUTE)
                ? disputes.unanswered(kinds.get(TaskKind.ANSWER_DISPUTE), offset, limit).stream()
                        .map(this::task)
                        .toList()
                : List.of();
    }

    @Override
    public Map<TaskKind, Long> counts(Map<TaskKind, Scope> kinds) {
        return kinds.containsKey(TaskKind.ANSWER_DISPUTE)
                ? Map.of(TaskKind.ANSWER_DISPUTE, disputes.count(kinds.get(TaskKind.ANSWER_DISPUTE)))
                : Map.of();
    }

    @Override
    public List<Task> openAbout(String reference) {
        return disputes.unanswered(List.of(reference)).stream().map(this::task).toList();
    }

    @Override
    public List<Task> find(Collection<String> ids) {
        Set<String> references =
                ids.stream().flatMap(id -> reference(id).stream()).collect(Collectors.toSet());
        return disputes.unanswered(references).stream().map(this::task).toList();
    }

    @Override
    public Optional<EndedTask> ended(String id) {
        return reference(id)
                .flatMap(reference -> disputes.answered(reference)
                        .map(answer ->
                                new EndedTask(reference, TaskKind.ANSWER_DISPUTE, answer.by(), "answer", answer.at())));
    }

    /** It ends by itself. */
    @Override
    public void complete(String id, String outcome, Map<String, Object> verdicts, String by) {
        throw new UnsupportedOperationException("Whoever writes to the customer ends it");
    }

    private static Optional<String> reference(String id) {
        Matcher form = ID.matcher(id);
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    private Task task(Unanswered dispute) {
        return new Task(
                "dispute-" + dispute.reference(),
                TaskKind.ANSWER_DISPUTE,
                dispute.reference(),
                dispute.register(),
                dispute.reference(),
                dispute.since(),
                dates.due(dispute).endsAt(),
                null);
    }
}
