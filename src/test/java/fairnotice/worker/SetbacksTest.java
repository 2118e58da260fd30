package fairnotice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SetbacksTest {

    private final Workers workers = new Workers();
    private final Setbacks setbacks =
            workers.setbacks("file", new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10)));
    private final List<String> done = new ArrayList<>();
    private final Set<String> bad = new HashSet<>();

    @Test
    void one_bad_item_at_the_head_stops_none_behind_it() {
        bad.add("a");

        assertThat(each("a", "b", "c")).isTrue();

        assertThat(done).containsExactly("b", "c");
        assertThat(workers.waiting()).extracting(Workers.Waiting::sentence).containsExactly("file a");
    }

    @Test
    void a_bad_item_is_tried_again_after_a_while_and_forgotten_once_it_succeeds() {
        bad.add("a");
        each("a");
        bad.clear();

        assertThat(each("a")).as("not at once").isFalse();
        await().atMost(Duration.ofSeconds(30)).until(() -> each("a"));

        assertThat(done).containsExactly("a");
        assertThat(setbacks.standing()).isEmpty();
    }

    @Test
    void its_wait_doubles_with_every_failure() {
        bad.add("a");
        each("a");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            each("a");
            return setbacks.standing().get(0).failures() == 2;
        });

        assertThat(setbacks.standing().get(0).retryIn()).isBetween(Duration.ofMillis(201), Duration.ofMillis(400));
    }

    @Test
    void a_queue_is_read_past_those_that_wait() {
        bad.addAll(List.of("a", "b", "c"));
        each("a", "b", "c");

        assertThat(setbacks.past(2)).isEqualTo(5);
    }

    @Test
    void when_everything_fails_the_rest_is_left_for_the_next_time() {
        List<String> many = IntStream.range(0, 500).mapToObj(i -> "item " + i).toList();
        bad.addAll(many);

        assertThat(setbacks.each(many, Function.identity(), this::file))
                .as("look again: some have not been tried")
                .isTrue();

        assertThat(setbacks.standing()).hasSize(10);
    }

    @Test
    void however_many_are_bad_a_good_one_behind_them_has_its_turn() {
        List<String> items =
                new ArrayList<>(IntStream.range(0, 95).mapToObj(i -> "bad " + i).toList());
        bad.addAll(items);
        items.add("good");

        int looks = 1;
        while (setbacks.each(items, Function.identity(), this::file) && done.isEmpty()) {
            looks++;
        }

        assertThat(done).containsExactly("good");
        assertThat(looks).isEqualTo(10);
    }

    @Test
    void what_is_taken_together_is_taken_by_halves_when_one_of_it_fails() {
        bad.add("b");

        boolean any = setbacks.together(List.of("a", "b", "c"), Function.identity(), this::fileAll);

        assertThat(any).isTrue();
        assertThat(done).containsExactly("a", "c");
        assertThat(setbacks.standing()).extracting(Setback::item).containsExactly("b");
        done.clear();
        setbacks.together(List.of("b", "d"), Function.identity(), this::fileAll);
        assertThat(done).containsExactly("d");
    }

    /** All or none, as in a transaction. */
    private void fileAll(List<String> items) {
        if (items.stream().anyMatch(bad::contains)) {
            throw new IllegalStateException("bad: " + items);
        }
        done.addAll(items);
    }

    private boolean each(String... items) {
        return setbacks.each(List.of(items), Function.identity(), this::file);
    }

    private boolean file(String item) {
        if (bad.contains(item)) {
            throw new IllegalStateException("bad: " + item);
        }
        return done.add(item);
    }
}
