package fairnotice.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.Review;
import fairnotice.change.Round;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.objection.Objection;
import fairnotice.objection.RefusalReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may complete which task. paula proposed, rita reviewed and refused. */
class TaskRulesTest {

    private static final List<String> NAMES = List.of("paula", "rita", "gina");

    private static final VendorChange CHANGE = new VendorChange(
            "OPSTICKET-2026-0007",
            "opsticket",
            ChangeState.SECOND_APPROVAL,
            new Round(
                    1,
                    new Proposal(null, null, true, true, false, null, "", null),
                    "paula",
                    Instant.EPOCH,
                    null,
                    new Review("rita", Instant.EPOCH, Track.EXPEDITED, null, null, null)),
            null,
            null,
            null,
            null,
            1);

    /** Whoever else has one of the roles may; an empty list of roles stands for one person's own. */
    private record Rule(Set<Role> roles, Set<String> not) {

        boolean allows(String name, Role role) {
            return roles.isEmpty() ? name.equals("paula") : roles.contains(role) && !not.contains(name);
        }
    }

    private static final Map<TaskKind, Rule> RULES = new EnumMap<>(Map.ofEntries(
            Map.entry(TaskKind.REVIEW_CHANGE, new Rule(Set.of(Role.LEGAL), Set.of("paula"))),
            Map.entry(TaskKind.REVISE_CHANGE, new Rule(Set.of(), Set.of())),
            Map.entry(TaskKind.APPROVE_SECOND, new Rule(Set.of(Role.LEGAL, Role.ADMIN), Set.of("paula", "rita"))),
            Map.entry(TaskKind.DECIDE_GO_LIVE, new Rule(Set.of(Role.LEGAL), Set.of("paula"))),
            Map.entry(TaskKind.REACH_CUSTOMER, new Rule(Set.of(Role.LEGAL), Set.of())),
            Map.entry(TaskKind.MATCH_OBJECTION, new Rule(Set.of(Role.LEGAL), Set.of())),
            Map.entry(TaskKind.ASSESS_GROUNDS, new Rule(Set.of(Role.LEGAL), Set.of())),
            Map.entry(TaskKind.REASSESS_GROUNDS, new Rule(Set.of(Role.LEGAL), Set.of("rita"))),
            Map.entry(TaskKind.PROPOSE_CURE, new Rule(Set.of(Role.LEGAL), Set.of()))));

    @Test
    void a_task_is_for_its_group_and_not_for_whoever_decided_the_step_before() {
        RULES.forEach((kind, rule) -> {
            for (String name : NAMES) {
                for (Role role : Role.values()) {
                    assertThat(mayComplete(kind, new Actor(name, Set.of(role))))
                            .as("%s as %s: %s", name, role, kind)
                            .isEqualTo(rule.allows(name, role));
                }
            }
        });
    }

    @Test
    void a_kind_of_task_that_belongs_to_another_desk_is_nobodys_here() {
        Set<TaskKind> ofChanges = Set.of(
                TaskKind.REVIEW_CHANGE,
                TaskKind.REVISE_CHANGE,
                TaskKind.APPROVE_SECOND,
                TaskKind.DECIDE_GO_LIVE,
                TaskKind.REACH_CUSTOMER);
        Actor everything = new Actor("gina", Arrays.stream(Role.values()).collect(Collectors.toSet()));

        assertThat(TaskKind.values())
                .filteredOn(kind -> !ofChanges.contains(kind))
                .isNotEmpty()
                .noneMatch(kind -> TaskRules.mayComplete(task(kind), CHANGE, everything));
    }

    private static boolean mayComplete(TaskKind kind, Actor actor) {
        return switch (kind) {
            case MATCH_OBJECTION, ASSESS_GROUNDS, PROPOSE_CURE -> TaskRules.mayAssess(task(kind), null, actor);
            case REASSESS_GROUNDS -> TaskRules.mayAssess(task(kind), refusedBy("rita"), actor);
            default -> TaskRules.mayComplete(task(kind), CHANGE, actor);
        };
    }

    private static Objection refusedBy(String reviewer) {
        return new Objection(
                3,
                "OBJ-2026-0003",
                "OPSTICKET-2026-0007",
                "opsticket",
                1,
                1,
                17L,
                null,
                null,
                Instant.EPOCH,
                false,
                null,
                null,
                null,
                reviewer,
                "No grounds",
                RefusalReason.GROUNDS,
                false,
                true,
                null,
                0,
                null,
                null,
                null,
                null,
                1);
    }

    private static Task task(TaskKind kind) {
        return new Task("t-1", kind, "OPSTICKET-2026-0007", "OPSTICKET-2026-0007", Instant.EPOCH, null, null);
    }
}
