package fairnotice.chaos;

import fairnotice.BuildFolder;
import fairnotice.bench.ChaosHouse;
import fairnotice.mail.SmtpSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A publisher with customers and an announcement just approved: a database, a relay that counts what it takes, and nodes to come. */
final class World implements AutoCloseable {

    private final int customers;
    private final Path folder;
    private final Database database;
    private final SmtpSink relay = new SmtpSink(0, false);
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private String change;

    World(int customers) throws Exception {
        this(customers, BuildFolder.fresh("chaos"));
    }

    /** @param folder where the database keeps its data */
    World(int customers, Path folder) throws Exception {
        this.customers = customers;
        this.folder = folder;
        this.database = new Database(folder);
        takeAll();
    }

    /** The relay takes everything. */
    void takeAll() {
        relay.senders(address -> "250 2.1.0 OK");
        relay.recipients(address -> "250 2.1.5 OK");
        relay.bodies(this::took);
    }

    /** Notes that the relay has this message. @return what it says then */
    String took(String address) {
        taken.merge(address, 1, Integer::sum);
        return "250 2.0.0 queued";
    }

    SmtpSink relay() {
        return relay;
    }

    Database database() {
        return database;
    }

    JdbcClient jdbc() {
        return database.jdbc();
    }

    /** Imports the customers and approves a change that all of them are told of; nothing is sent before a node starts. */
    void announce() throws Exception {
        try (ChaosHouse house = new ChaosHouse(relay.port(), settings())) {
            change = house.approved(customers);
        }
    }

    /** What those who prepare and those who work have in common. */
    List<String> settings() {
        return List.of(
                "--fairnotice.data=" + folder.resolve("node"),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--fairnotice.mail.backoff=2s",
                "--fairnotice.mail.backoff-most=5s",
                "--fairnotice.mail.probe=2s",
                "--fairnotice.mail.probe-most=4s");
    }

    Node node(String... more) throws IOException, InterruptedException {
        return Node.start(this, Map.of(), more);
    }

    String change() {
        return change;
    }

    long accepted() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }

    long count(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
    }

    /** Until the announcement is settled and no message of it waits. */
    void awaitSettled(Duration atMost) throws InterruptedException {
        await("the announcement is settled", atMost, () -> {
            try {
                return count("select count(*) from vendor_change where state = 'IN_NOTICE'") == 1
                        && count("select count(*) from mail_message where state in ('PENDING', 'DEFERRED')") == 0
                        && count("select count(*) from mail_late") == 0;
            } catch (RuntimeException e) {
                return false;
            }
        });
    }

    /**
     * Prints what was lost and what went twice, and fails when more did than may.
     *
     * @param refused recipients that the relay refuses for good
     * @param twiceAtMost how many may have gone twice
     */
    void report(String name, long start, long refused, long twiceAtMost) {
        long lost = customers - refused - taken.size();
        long twice = taken.values().stream().filter(times -> times > 1).count();
        long more = taken.values().stream().filter(times -> times > 2).count();
        long started = count("select count(*) from notice where started_at is not null");
        System.out.printf(
                Locale.ROOT,
                "%s: %d recipients; lost %d; twice %d (%d may), more often %d; refused %d; clocks started %d; %.0f s%n",
                name,
                customers,
                lost,
                twice,
                twiceAtMost,
                more,
                count("select count(*) from mail_message where state = 'REFUSED'"),
                started,
                (System.nanoTime() - start) / 1e9);
        if (lost != 0 || twice > twiceAtMost || started != customers - refused) {
            throw new IllegalStateException(name + " did not hold");
        }
    }

    static void await(String what, Duration atMost, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not within " + atMost.toSeconds() + " s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Override
    public void close() {
        relay.close();
        database.close();
    }
}
