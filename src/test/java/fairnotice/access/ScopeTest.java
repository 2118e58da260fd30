package fairnotice.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final Actor BOTH = new Actor(
            "gina",
            Map.of(
                    Role.LEGAL, Scope.of("opsticket"),
                    Role.AUDITOR, Scope.of("securicom")));

    @Test
    void a_role_counts_in_its_registers_only_and_another_role_makes_nothing_of_it() {
        assertThat(BOTH.holds(Role.LEGAL, "opsticket")).isTrue();
        assertThat(BOTH.holds(Role.LEGAL, "securicom")).isFalse();
        assertThat(BOTH.holds(Role.AUDITOR, "opsticket")).isFalse();
        assertThat(BOTH.holds(Role.FINANCE, "opsticket")).isFalse();
    }

    @Test
    void whoever_holds_any_role_for_a_register_sees_it_and_only_auditors_do_no_work_there() {
        assertThat(BOTH.sees("opsticket")).isTrue();
        assertThat(BOTH.sees("securicom")).isTrue();
        assertThat(BOTH.sees("third")).isFalse();
        assertThat(BOTH.worksIn("opsticket")).isTrue();
        assertThat(BOTH.worksIn("securicom")).isFalse();
    }

    @Test
    void two_registers_are_not_all_and_all_includes_those_to_come() {
        assertThat(BOTH.scope()).isEqualTo(Scope.of("opsticket", "securicom"));
        assertThat(BOTH.scope().all()).isFalse();
        assertThat(Scope.ALL.includes("of tomorrow")).isTrue();
        assertThat(Scope.of("opsticket").and(Scope.ALL)).isEqualTo(Scope.ALL);
    }

    @Test
    void what_is_of_no_register_is_for_who_holds_a_role_for_all() {
        assertThat(Scope.of("opsticket").includes(null)).isFalse();
        assertThat(Scope.ALL.includes(null)).isTrue();
        assertThat(Scope.NONE.isEmpty()).isTrue();
    }

    @Test
    void neither_the_system_nor_a_contact_sees_anything_of_the_staffs() {
        assertThat(Actor.SYSTEM.sees("opsticket")).isFalse();
        assertThat(Actor.contact(17, 23).sees("opsticket")).isFalse();
    }
}
