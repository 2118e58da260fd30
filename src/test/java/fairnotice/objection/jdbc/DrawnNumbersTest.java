package fairnotice.objection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.RealDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References of objections and terminations: two of them do not tell how many were given in between. */
class DrawnNumbersTest {

    private static final JdbcClient JDBC = RealDatabase.client(RealDatabase.fresh());

    @BeforeEach
    void with_a_known_secret_and_from_the_first() {
        lot("\\x07", 0);
        JDBC.sql("alter sequence objection_number restart").update();
        JDBC.sql("alter sequence termination_number restart").update();
    }

    @Test
    void the_first_three_are_far_from_one_another() {
        assertThat(List.of(next("OBJ"), next("OBJ"), next("OBJ")))
                .containsExactly("OBJ-2026-0444", "OBJ-2026-4718", "OBJ-2026-4939");
        assertThat(next("TRM")).isEqualTo("TRM-2026-0444");
    }

    @Test
    void each_number_of_four_digits_is_given_once_and_then_those_of_five() {
        lot("\\x07", 9_000);

        List<Long> drawn = drawn(9_001, 10_010);

        assertThat(drawn.subList(0, 999))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(9_001, 9_999).boxed().toList());
        assertThat(new HashSet<>(drawn.subList(999, 1_010)))
                .hasSize(11)
                .allMatch(number -> number >= 10_000 && number <= 99_999)
                .contains(85_476L, 85_662L);
        assertThat(IntStream.range(1, 999)
                        .filter(i -> Math.abs(drawn.get(i) - drawn.get(i - 1)) == 1)
                        .count())
                .as("neighbours, of which chance makes two")
                .isLessThan(20);
    }

    @Test
    void none_that_was_given_one_after_the_other_is_given_again() {
        lot("\\x07", 9_990);

        assertThat(drawn(9_990, 9_990)).containsOnlyNulls();
        assertThat(drawn(9_991, 9_999))
                .containsExactlyInAnyOrder(9_991L, 9_992L, 9_993L, 9_994L, 9_995L, 9_996L, 9_997L, 9_998L, 9_999L);
        assertThat(drawn(10_000, 10_001)).containsExactly(85_476L, 85_662L);

        lot("\\x07", 12_345);

        assertThat(drawn(12_346, 12_347)).containsExactly(87_822L, 88_008L);
    }

    @Test
    void those_who_file_at_once_get_different_ones() {
        List<CompletableFuture<List<String>>> filing = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.supplyAsync(
                        () -> IntStream.range(0, 50).mapToObj(n -> next("OBJ")).toList()))
                .toList();

        assertThat(filing.stream().flatMap(node -> node.join().stream()))
                .hasSize(200)
                .doesNotHaveDuplicates();
    }

    private static void lot(String secret, long given) {
        JDBC.sql("update reference_lot set secret = :secret::bytea, given = :given")
                .param("secret", secret)
                .param("given", given)
                .update();
    }

    private static String next(String kind) {
        return JDBC.sql("select next_reference(:kind, 2026)")
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    private static List<Long> drawn(long from, long to) {
        return JDBC.sql("select drawn_number('OBJ', place) from generate_series(:from, :to) as place order by place")
                .param("from", from)
                .param("to", to)
                .query((row, number) -> row.getObject(1, Long.class))
                .list();
    }
}
