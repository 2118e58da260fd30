package fairnotice.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskKindTest {

    @Test
    void somebodys_kinds_of_task_come_with_the_registers_of_the_roles_that_work_them() {
        Actor both = new Actor(
                "gina",
                Map.of(
                        Role.LEGAL, Scope.of("opsticket"),
                        Role.ADMIN, Scope.of("securicom"),
                        Role.AUDITOR, Scope.ALL));

        Map<TaskKind, Scope> worked = TaskKind.workedBy(both);

        assertThat(worked.get(TaskKind.ASSESS_GROUNDS)).isEqualTo(Scope.of("opsticket"));
        assertThat(worked.get(TaskKind.APPROVE_SECOND)).isEqualTo(Scope.of("opsticket", "securicom"));
        assertThat(worked.get(TaskKind.REVISE_CHANGE)).isEqualTo(Scope.of("opsticket", "securicom"));
        assertThat(worked).doesNotContainKeys(TaskKind.PAY_REFUND);
    }

    @Test
    void an_auditor_works_none() {
        assertThat(TaskKind.workedBy(new Actor("henry", Set.of(Role.AUDITOR)))).isEmpty();
    }
}
