package fairnotice.bench;

import fairnotice.RealDatabase;
import fairnotice.mail.SmtpSink;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How many transactions a second an instance runs that has nothing to do, and how soon it acts on a fact that another connection commits:
 * a batch is taken by a sender, and its end is heard by the conductor. The batches are empty, so that nothing but the waiting is measured.
 */
public final class IdleBench {

    private static final int SECONDS = 30;
    private static final int FACTS = 50;
    private static final double MOST_TRANSACTIONS = 10;
    private static final double MOST_MILLIS = 300;

    private IdleBench() {}

    public static void main(String[] ignored) throws Exception {
        try (SmtpSink sink = new SmtpSink(0, false);
                House house = new House(sink.port());
                Connection node = house.bean(DataSource.class).getConnection()) {
            JdbcClient other = RealDatabase.client(new SingleConnectionDataSource(node, true));
            idle("idle, after the start", other);
            react(other);
            idle("idle, after these batches", other);
        }
        System.exit(0);
    }

    private static void idle(String name, JdbcClient other) throws InterruptedException {
        Thread.sleep(10_000);
        long before = transactions(other);
        long start = System.nanoTime();
        Thread.sleep(SECONDS * 1_000L);
        double rate = (transactions(other) - before) / ((System.nanoTime() - start) / 1e9);
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f transactions/s; ceiling %.0f transactions/s; ratio %.2f%n",
                name,
                rate,
                MOST_TRANSACTIONS,
                rate / MOST_TRANSACTIONS);
    }

    private static void react(JdbcClient other) throws InterruptedException, SQLException {
        List<Double> taken = new ArrayList<>();
        List<Double> heard = new ArrayList<>();
        for (int i = 0; i < FACTS; i++) {
            // at any moment of a longer wait
            Thread.sleep(700 + i * 37 % 500);
            long batch = batch(other, i);
            taken.add(millisUntil(other, "done_at", batch));
            heard.add(millisUntil(other, "reported_at", batch));
        }
        print("from a batch, committed by another connection, until a sender took it", taken);
        print("from its end, committed by that sender, until the conductor heard it", heard);
    }

    private static long batch(JdbcClient other, int number) {
        return other.sql("""
                        with opened as (
                            insert into mailing (key, kind, about, from_name, sender, reply_to, list_id, subject, text_part, created_at)
                            values (:key, 'CONTRACTUAL', 'nothing', 'A', 'a@example.com', 'a@example.com', 'a', 's', 't', now())
                            returning id)
                        insert into mail_batch (mailing, size) select id, 0 from opened returning id
                        """)
                .param("key", "bench-idle-" + number)
                .query(Long.class)
                .single();
    }

    private static double millisUntil(JdbcClient other, String column, long batch) throws InterruptedException {
        long start = System.nanoTime();
        while (!other.sql("select " + column + " is not null from mail_batch where id = :id")
                .param("id", batch)
                .query(Boolean.class)
                .single()) {
            Thread.sleep(1);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String name, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        double worst = sorted.get(sorted.size() - 1);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.0f ms, worst of %d %.0f ms; ceiling %.0f ms; ratio %.2f%n",
                name,
                sorted.get(sorted.size() / 2),
                sorted.size(),
                worst,
                MOST_MILLIS,
                worst / MOST_MILLIS);
    }

    private static long transactions(JdbcClient other) {
        return other.sql("select xact_commit + xact_rollback from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }
}
