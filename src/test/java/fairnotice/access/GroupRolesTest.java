package fairnotice.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupRolesTest {

    @Test
    void groups_give_together_what_each_of_them_gives() {
        GroupRoles mapping =
                GroupRoles.parse("legal team=LEGAL + proposer; ops=LEGAL@opsticket/securicom;ops=FINANCE;");

        assertThat(mapping.of(List.of("ops")))
                .isEqualTo(Map.of(Role.LEGAL, Scope.of("opsticket", "securicom"), Role.FINANCE, Scope.ALL));
        assertThat(mapping.of(List.of("ops", "legal team", "others")))
                .isEqualTo(Map.of(Role.LEGAL, Scope.ALL, Role.PROPOSER, Scope.ALL, Role.FINANCE, Scope.ALL));
        assertThat(mapping.of(List.of("OPS"))).isEmpty();
        assertThat(mapping.of(List.of())).isEmpty();
        assertThat(GroupRoles.parse("").held()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops", "=LEGAL", "ops=", "ops=BOSS", "ops=LEGAL+BOSS", "ops=LEGAL;it"})
    void what_gives_nothing_is_named(String written) {
        assertThatThrownBy(() -> GroupRoles.parse(written)).hasMessageContaining("gives a group no role");
    }
}
