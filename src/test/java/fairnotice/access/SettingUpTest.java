package fairnotice.access;

import static fairnotice.access.Trying.atOnce;
import static fairnotice.access.Trying.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(AccessTest.Slice.class)
class SettingUpTest {

    private static final SetupCode CODE = new SetupCode("7KQF-M2XW-R9TD");
    private static final String PASSWORD = "four words and a stone";
    private static final UnaryOperator<String> HASH = password -> "{noop}" + password;

    @Autowired
    private SetupCodes codes;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private FirstAdministrator administrator;

    @Autowired
    private JdbcClient jdbc;

    private SettingUp setup;

    @BeforeEach
    void nobody() {
        List.of("api_token", "staff_role_register", "staff", "setup_code")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        setup = started(CODE);
    }

    /** As another start does it. */
    private SettingUp started(SetupCode code) {
        SettingUp started = new SettingUp(codes, directory, administrator);
        started.open(code);
        return started;
    }

    @Test
    void whoever_knows_the_code_becomes_the_administrator_and_nobody_after() {
        assertThat(setup.isOpen()).isTrue();

        begin(setup, "7kqf m2xw r9td", "Ann.B");

        assertThat(directory.findByUsername("ann.b"))
                .contains(new Staff("ann.b", "Ann Bell", "ann@example.com", Set.of(Role.ADMIN)));
        assertThat(directory.credential("ann.b").orElseThrow().passwordHash()).isEqualTo("{noop}" + PASSWORD);
        assertThat(setup.isOpen()).isFalse();
        assertThat(refused(() -> begin(setup, CODE.text(), "eve"))).containsExactly("refused.setup.over");
        assertThat(refused(() -> begin(started(CODE), CODE.text(), "eve"))).containsExactly("refused.setup.over");
        assertThat(directory.all()).hasSize(1);
    }

    @Test
    void a_code_is_void_after_ten_wrong_tries_until_another_is_set() {
        for (int wrong = 0; wrong < SetupCodes.TRIES; wrong++) {
            String typed = wrong == 0 ? null : "AAAA-AAAA-AAA" + wrong;
            assertThat(refused(() -> begin(setup, typed, "eve"))).containsExactly("code refused.setup.code.wrong");
        }

        assertThat(refused(() -> begin(setup, CODE.text(), "ann"))).containsExactly("code refused.setup.code.void");
        assertThat(refused(() -> begin(started(CODE), CODE.text(), "ann")))
                .as("the same again")
                .containsExactly("code refused.setup.code.void");
        begin(started(new SetupCode("another code")), "ANOTHERCODE", "ann");
        assertThat(directory.all()).hasSize(1);
    }

    @Test
    void many_guesses_at_once_are_no_more_than_one_after_another() throws Exception {
        List<String> answers = atOnce(IntStream.range(0, 40)
                .<Callable<String>>mapToObj(n -> () ->
                        refused(() -> begin(setup, "GUESS-000" + n, "eve")).get(0))
                .toList());

        assertThat(Collections.frequency(answers, "code refused.setup.code.wrong"))
                .isEqualTo(SetupCodes.TRIES);
        assertThat(Collections.frequency(answers, "code refused.setup.code.void"))
                .isEqualTo(30);
    }

    @Test
    void of_two_at_once_one_is_made() throws Exception {
        List<String> answers = atOnce(IntStream.range(0, 6)
                .<Callable<String>>mapToObj(n -> () -> {
                    List<String> problems = refused(() -> begin(setup, CODE.text(), "admin" + n));
                    return problems.isEmpty() ? "made" : problems.get(0);
                })
                .toList());

        assertThat(answers).containsOnlyOnce("made").contains("refused.setup.over");
        assertThat(directory.all()).hasSize(1);
    }

    @Test
    void every_problem_is_told_at_once_and_uses_up_no_try() {
        SettingUp.First wrong = new SettingUp.First(CODE.text(), " ", "ann@localhost", "Ann Bell", "short", "shorter");
        for (int often = 0; often <= SetupCodes.TRIES; often++) {
            assertThat(refused(() -> setup.begin(wrong, HASH)))
                    .containsExactly(
                            "name refused.text.missing",
                            "email refused.setup.email",
                            "username refused.setup.username",
                            "password refused.password.short",
                            "again refused.password.differs");
        }
        assertThat(password("aaaaaaaaaaaaaaa")).containsExactly("password refused.password.guessed");
        assertThat(password("ANN@example.com")).containsExactly("password refused.password.guessed");
        assertThat(password("ä".repeat(3) + "b".repeat(67) + "cd")).containsExactly("password refused.password.long");
        assertThat(password("ä".repeat(3) + "b".repeat(64) + "cd")).isEmpty();
    }

    @Test
    void a_code_that_somebody_thought_of_is_not_too_short() {
        assertThat(SetupCode.chosen("abc-defg")).isEmpty();
        assertThat(SetupCode.chosen(" abc-defgh ")).isPresent();
        assertThat(SetupCode.generated().text()).matches("([A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}");
    }

    private List<String> password(String password) {
        return refused(() -> setup.begin(
                new SettingUp.First(CODE.text(), "Ann Bell", "ann@example.com", "ann", password, password), HASH));
    }

    private static void begin(SettingUp setup, String code, String username) {
        setup.begin(new SettingUp.First(code, " Ann Bell", "ann@example.com ", username, PASSWORD, PASSWORD), HASH);
    }
}
