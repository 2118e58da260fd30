package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.refusal.Phrase;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of tasks people work, with their outcomes in the order they are offered. */
public enum TaskKind {
    REVIEW_CHANGE("change", List.of(Role.LEGAL), List.of("approve", "return", "reject", "correct")),
    REVISE_CHANGE("change", List.of(), List.of("submit", "withdraw")),
    APPROVE_SECOND("change", List.of(Role.LEGAL, Role.ADMIN), List.of("approve", "return")),
    DECIDE_GO_LIVE("change", List.of(Role.LEGAL), List.of("go-live", "postpone", "withdraw")),
    REACH_CUSTOMER("notice", List.of(Role.LEGAL), List.of("served", "write-again")),
    MATCH_OBJECTION("objection", List.of(Role.LEGAL), List.of("match", "decline")),
    ASSESS_GROUNDS("objection", List.of(Role.LEGAL), List.of("admit", "refuse")),
    REASSESS_GROUNDS("objection", List.of(Role.LEGAL), List.of("admit", "refuse")),
    PROPOSE_RESOLUTION("objection", List.of(Role.LEGAL), List.of("offer", "withdraw-change", "give-up")),
    APPROVE_REFUND("termination", List.of(Role.FINANCE), List.of("approve", "alter", "recalculate")),
    APPROVE_ALTERED_REFUND("termination", List.of(Role.FINANCE), List.of("approve", "return")),
    PAY_REFUND("termination", List.of(Role.FINANCE), List.of("paid")),
    ANSWER_DISPUTE("objection", List.of(Role.LEGAL), List.of("answer"));

    private final String subjectType;
    private final List<Role> groups;
    private final List<String> outcomes;

    TaskKind(String subjectType, List<Role> groups, List<String> outcomes) {
        this.subjectType = subjectType;
        this.groups = groups;
        this.outcomes = outcomes;
    }

    public String label() {
        return Phrase.of("said.task." + name()).said();
    }

    public String subjectType() {
        return subjectType;
    }

    /** Every kind, of every register. */
    static Map<TaskKind, Scope> everywhere() {
        return Arrays.stream(values()).collect(Collectors.toMap(Function.identity(), kind -> Scope.ALL));
    }

    /** The kinds that this person may work, each with the registers for which they hold a role of its groups. */
    static Map<TaskKind, Scope> workedBy(Actor actor) {
        Map<TaskKind, Scope> worked = new EnumMap<>(TaskKind.class);
        for (TaskKind kind : values()) {
            Scope scope = kind.groups.isEmpty() ? actor.working() : actor.scope(kind.groups.toArray(Role[]::new));
            if (!scope.isEmpty()) {
                worked.put(kind, scope);
            }
        }
        return worked;
    }

    /** The groups whose members may take it; none when it is one person's. */
    public List<Role> groups() {
        return groups;
    }

    public List<String> outcomes() {
        return outcomes;
    }
}
