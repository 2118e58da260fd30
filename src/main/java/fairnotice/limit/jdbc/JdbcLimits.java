package fairnotice.limit.jdbc;

import fairnotice.limit.Limit;
import fairnotice.limit.Limits;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLimits implements Limits {

    private static final int MILLIS = 1_000;

    private final JdbcClient jdbc;

    JdbcLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Duration take(List<Limit> limits) {
        double seconds = jdbc.sql("select take_limits(:keys, :most, :seconds, :queues)")
                .param("keys", keys(limits))
                .param("most", most(limits))
                .param("seconds", seconds(limits))
                .param("queues", limits.stream().map(Limit::queues).toArray(Boolean[]::new))
                .query(Double.class)
                .single();
        return Duration.ofMillis((long) Math.ceil(seconds * MILLIS));
    }

    @Override
    public void giveBack(List<Limit> limits) {
        jdbc.sql("select give_back_limits(:keys, :most, :seconds)")
                .param("keys", keys(limits))
                .param("most", most(limits))
                .param("seconds", seconds(limits))
                .query((row, number) -> true)
                .list();
    }

    @Override
    public void forgetOld() {
        jdbc.sql("delete from limit_use where full_at < clock_timestamp()").update();
    }

    private static String[] keys(List<Limit> limits) {
        return limits.stream().map(Limit::key).toArray(String[]::new);
    }

    private static Integer[] most(List<Limit> limits) {
        return limits.stream().map(limit -> limit.allowance().most()).toArray(Integer[]::new);
    }

    private static Double[] seconds(List<Limit> limits) {
        return limits.stream()
                .map(limit -> (double) limit.allowance().within().toMillis() / MILLIS)
                .toArray(Double[]::new);
    }
}
