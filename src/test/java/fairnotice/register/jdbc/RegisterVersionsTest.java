package fairnotice.register.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.register.RegisterDatabase;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class RegisterVersionsTest {

    private AnnotationConfigApplicationContext context;
    private RegisterVersions versions;
    private TransactionTemplate transaction;

    @BeforeEach
    void loaded() {
        context = new AnnotationConfigApplicationContext(RegisterDatabase.class);
        versions = context.getBean(RegisterVersions.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    @AfterEach
    void closed() {
        context.close();
    }

    @Test
    void readers_see_a_version_after_its_commit_and_not_before() {
        transaction.executeWithoutResult(tx -> {
            versions.add(successor(versions.current("opsticket")));

            assertThat(versions.current("opsticket").number()).isEqualTo(1);
        });

        assertThat(versions.current("opsticket").number()).isEqualTo(2);
    }

    @Test
    void the_list_of_a_moment_and_the_list_before_a_change_can_be_read_again() {
        RegisterVersion first = versions.current("opsticket");
        Instant loaded = first.publishedAt();
        versions.add(new RegisterVersion("opsticket", 2, loaded.plusSeconds(60), List.of(), List.of(), "OPSTICKET-1"));

        assertThat(numbers(versions.at("opsticket", loaded.minusSeconds(1)))).containsExactly(1);
        assertThat(numbers(versions.at("opsticket", loaded.plusSeconds(59)))).containsExactly(1);
        assertThat(numbers(versions.at("opsticket", loaded.plusSeconds(60)))).containsExactly(2);
        assertThat(numbers(versions.before("opsticket", "OPSTICKET-1"))).containsExactly(1);
        assertThat(versions.before("opsticket", "OPSTICKET-2")).isEmpty();
        assertThat(versions.at("securicom", loaded).orElseThrow().register()).isEqualTo("securicom");
    }

    private static List<Integer> numbers(Optional<RegisterVersion> version) {
        return version.stream().map(RegisterVersion::number).toList();
    }

    @Test
    void a_version_that_was_rolled_back_was_never_there() {
        transaction.executeWithoutResult(tx -> {
            versions.add(successor(versions.current("opsticket")));
            tx.setRollbackOnly();
        });

        assertThat(versions.current("opsticket").number()).isEqualTo(1);
        assertThat(versions.all("opsticket")).hasSize(1);
    }

    @Test
    void a_cold_reader_inside_a_transaction_does_not_keep_what_may_be_rolled_back() {
        RegisterVersions cold = new JdbcRegisterVersions(context.getBean(JdbcClient.class));

        transaction.executeWithoutResult(tx -> {
            versions.add(successor(versions.current("opsticket")));
            assertThat(cold.current("opsticket").number()).isEqualTo(2);
            tx.setRollbackOnly();
        });

        assertThat(cold.current("opsticket").number()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 17})
    void a_number_that_does_not_follow_is_refused(int number) {
        RegisterVersion first = versions.current("opsticket");

        assertThatThrownBy(() -> versions.add(numbered(first, number)))
                .isInstanceOfAny(IllegalStateException.class, DataAccessException.class);
        assertThat(versions.all("opsticket")).hasSize(1);
    }

    @Test
    void two_writers_at_once_leave_no_gap_and_one_is_refused_each_time() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            for (int round = 2; round <= 12; round++) {
                RegisterVersion next = successor(versions.current("opsticket"));
                CyclicBarrier together = new CyclicBarrier(2);
                Callable<Boolean> write = () -> {
                    together.await();
                    return added(next);
                };
                Future<Boolean> one = writers.submit(write);
                Future<Boolean> other = writers.submit(write);

                assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(versions.all("opsticket"))
                .extracting(RegisterVersion::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 12).map(n -> 13 - n).boxed().toList());
        assertThat(versions.current("opsticket").number()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update register_version set change = 'x'",
                "delete from register_version",
                "truncate register_version",
                "update register_policy set version = 7",
                "delete from register_policy"
            })
    void what_was_published_and_promised_cannot_be_rewritten(String sql) {
        assertThatThrownBy(() -> context.getBean(JdbcClient.class).sql(sql).update())
                .hasMessageContaining("is immutable");
    }

    @Test
    void warm_readers_ask_no_database() {
        Registers registers = context.getBean(Registers.class);
        registers.all();
        versions.current("opsticket");
        int before = context.getBean(RegisterDatabase.Counted.class).connections();

        registers.getById("opsticket");
        versions.current("opsticket");
        registers.policy("opsticket", 1);

        assertThat(context.getBean(RegisterDatabase.Counted.class).connections())
                .isEqualTo(before);
    }

    private boolean added(RegisterVersion version) {
        try {
            transaction.executeWithoutResult(tx -> versions.add(version));
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    private static RegisterVersion successor(RegisterVersion version) {
        return numbered(version, version.number() + 1);
    }

    private static RegisterVersion numbered(RegisterVersion version, int number) {
        return new RegisterVersion(
                version.register(), number, version.publishedAt(), version.entries(), version.history(), null);
    }
}
