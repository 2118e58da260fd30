package fairnotice.limit;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.RealTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(LimitsTest.Slice.class)
class LimitsTest {

    private static final Duration NONE = Duration.ZERO;

    @Autowired
    Limits limits;

    @Autowired
    JdbcClient jdbc;

    private final String somebody = UUID.randomUUID().toString();
    private final Limit client = limit("client", 10);
    private final Limit all = limit("all", 1_000);

    @Test
    void so_many_at_once_and_then_one_after_the_other() {
        for (int n = 0; n < 10; n++) {
            assertThat(limits.take(List.of(client))).isEqualTo(NONE);
        }
        // ten an hour: the next in six minutes
        assertThat(limits.take(List.of(client))).isBetween(Duration.ofSeconds(355), Duration.ofSeconds(360));
        later("6 minutes");
        assertThat(limits.take(List.of(client))).isEqualTo(NONE);
        assertThat(limits.take(List.of(client))).isNotEqualTo(NONE);
        later("1 day");
        for (int n = 0; n < 10; n++) {
            assertThat(limits.take(List.of(client))).isEqualTo(NONE);
        }
        assertThat(limits.take(List.of(client))).isNotEqualTo(NONE);
    }

    @Test
    void sixty_at_once_get_ten() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Duration>> tries = IntStream.range(0, 60)
                    .<Callable<Duration>>mapToObj(n -> () -> limits.take(List.of(client, all)))
                    .toList();
            int got = 0;
            for (Future<Duration> tried : many.invokeAll(tries)) {
                got += tried.get().isZero() ? 1 : 0;
            }
            assertThat(got).isEqualTo(10);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void whoever_is_over_his_own_limit_uses_up_nothing_of_others() {
        for (int n = 0; n < 30; n++) {
            limits.take(List.of(client, all));
        }
        int left = 0;
        while (limits.take(List.of(all)).isZero()) {
            left++;
        }
        assertThat(left).isEqualTo(990);
    }

    @Test
    void those_that_queue_are_given_one_place_after_the_other() {
        List<Duration> waits = new ArrayList<>();
        for (int n = 0; n < 13; n++) {
            waits.add(limits.take(List.of(client.queueing(), all)));
        }
        assertThat(waits.subList(0, 10)).containsOnly(NONE);
        assertThat(waits.subList(10, 13))
                .extracting(wait -> (wait.toSeconds() + 5) / 360)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        for (int n = 0; n < 10; n++) {
            limits.take(List.of(client));
        }
        limits.giveBack(List.of(client));
        assertThat(limits.take(List.of(client))).isEqualTo(NONE);
        assertThat(limits.take(List.of(client))).isNotEqualTo(NONE);
    }

    @Test
    void what_says_nothing_any_more_is_forgotten() {
        limits.take(List.of(client));
        limits.take(List.of(all));
        later("30 minutes");
        limits.forgetOld();
        assertThat(jdbc.sql("select count(*) from limit_use where key in (:keys)")
                        .param("keys", List.of(client.key(), all.key()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** As if that much time had passed. */
    private void later(String by) {
        jdbc.sql("update limit_use set full_at = full_at - cast(:by as interval)")
                .param("by", by)
                .update();
    }

    private Limit limit(String kind, int most) {
        return Limit.of("test/" + kind, somebody, new Allowance(most, Duration.ofHours(1)));
    }

    @ComponentScan("fairnotice.limit.jdbc")
    static class Slice extends RealTables {}
}
