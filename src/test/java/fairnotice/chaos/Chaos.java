package fairnotice.chaos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fairnotice.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Faults that happen to what is around a running publisher, each by its name, bounded and on loopback. Each prints what was lost and what
 * went twice, and fails where the product did not hold.
 */
public final class Chaos {

    private static final int CONNECTIONS = 4;
    private static final Duration LONG = Duration.ofMinutes(4);

    /** One fault. */
    @FunctionalInterface
    private interface Fault {
        void strike(String name) throws Exception;
    }

    private static final Map<String, Fault> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put("relay-slow", Chaos::relaySlow);
        FAULTS.put("relay-denies", Chaos::relayDenies);
        FAULTS.put("relay-mixed", Chaos::relayMixed);
        FAULTS.put("database", Chaos::database);
        FAULTS.put("tables", Chaos::tables);
        FAULTS.put("disk", Chaos::disk);
        FAULTS.put("kill", Chaos::kill);
        FAULTS.put("nodes", Chaos::nodes);
        FAULTS.put("clock", Chaos::clock);
    }

    private Chaos() {}

    public static void main(String[] names) throws Exception {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        for (String name : names.length == 0 ? FAULTS.keySet() : List.of(names)) {
            Fault fault = FAULTS.get(name);
            if (fault == null) {
                System.err.println("There is no fault \"" + name + "\"; choose one of "
                        + String.join(", ", FAULTS.keySet()) + ".");
                System.exit(2);
            }
            fault.strike(name);
        }
        System.exit(0);
    }

    /** It takes messages, and says so only 65 seconds after the final dot: longer than a minute, and shorter than RFC 5321 allows. */
    private static void relaySlow(String name) throws Exception {
        try (World world = new World(3)) {
            world.announce();
            world.relay().bodies(address -> slowly(world, address));
            long start = System.nanoTime();
            try (Node node = world.node().awaitReady()) {
                world.awaitSettled(LONG);
                world.report(name, start, 0, 0);
            }
        }
    }

    private static String slowly(World world, String address) {
        String reply = world.took(address);
        sleep(Duration.ofSeconds(65));
        return reply;
    }

    /** It denies everybody, as one does whose list of clients was emptied; ten seconds later it is mended. */
    private static void relayDenies(String name) throws Exception {
        try (World world = new World(200)) {
            world.announce();
            world.relay().recipients(address -> "554 5.7.1 <" + address + ">: Relay access denied");
            long start = System.nanoTime();
            try (Node node = world.node().awaitReady()) {
                sleep(Duration.ofSeconds(10));
                long burnt = world.count("select count(*) from mail_message where state = 'REFUSED'");
                long tasks = world.count("select count(*) from reach_task where ended_at is null");
                Operator operator = new Operator(node);
                System.out.printf(
                        Locale.ROOT,
                        "%s: while it denies all: %d messages given up, %d tasks; health %s; staff read: %s%n",
                        name,
                        burnt,
                        tasks,
                        node.body("/actuator/health").contains("DEGRADED") ? "DEGRADED" : "UP",
                        operator.sentence("/mailings", "refused our messages"));
                if (burnt + tasks > 0 || !node.body("/actuator/health").contains("DEGRADED")) {
                    throw new IllegalStateException("Customers were burnt, or nobody is told");
                }
                world.takeAll();
                world.awaitSettled(LONG);
                world.report(name, start, 0, 0);
            }
        }
    }

    /** A tenth of the recipients is put off at first, and a tenth unknown for good. */
    private static void relayMixed(String name) throws Exception {
        int customers = 2_000;
        try (World world = new World(customers)) {
            world.announce();
            Set<String> putOff = ConcurrentHashMap.newKeySet();
            world.relay().recipients(address -> switch (number(address) % 10) {
                case 3 -> putOff.add(address) ? "451 4.7.1 Try again later" : "250 2.1.5 OK";
                case 7 -> "550 5.1.1 <" + address + ">: User unknown";
                default -> "250 2.1.5 OK";
            });
            long start = System.nanoTime();
            try (Node node = world.node().awaitReady()) {
                world.awaitSettled(LONG);
                long tasks = world.count("select count(*) from reach_task where ended_at is null");
                world.report(name, start, customers / 10, 0);
                System.out.printf(Locale.ROOT, "%s: %d tasks to reach a customer, one for each refused%n", name, tasks);
                if (tasks != customers / 10) {
                    throw new IllegalStateException("Not every refused customer is a task");
                }
            }
        }
    }

    private static int number(String address) {
        return Integer.parseInt(address.replaceAll("\\D+", ""));
    }

    /** It is ended without a checkpoint in the middle of a fan-out, twice, and is away for five seconds. */
    private static void database(String name) throws Exception {
        try (World world = new World(4_000)) {
            world.announce();
            long start = System.nanoTime();
            try (Node node = world.node().awaitReady()) {
                for (int crash = 1; crash <= 2; crash++) {
                    long goal = crash * 1_000L;
                    World.await("the fan-out is on its way", LONG, () -> world.accepted() >= goal);
                    world.database().crash();
                    long asked = System.nanoTime();
                    int page = node.status("/r/opsticket");
                    System.out.printf(
                            Locale.ROOT,
                            "%s: without it a page answers %d and readiness %d after %.1f s%n",
                            name,
                            page,
                            node.status("/actuator/health/readiness"),
                            (System.nanoTime() - asked) / 1e9);
                    sleep(Duration.ofSeconds(5));
                    world.database().start();
                }
                world.awaitSettled(LONG);
                node.awaitReady();
                world.report(name, start, 0, 0);
            }
        }
    }

    /** Tables are gone for eight seconds, so that every worker meets what nobody foresaw. */
    private static void tables(String name) throws Exception {
        List<String> tables = List.of(
                "mail_batch", "mail_message", "mail_deferred", "mail_late", "telling", "vendor_change", "objection");
        try (World world = new World(3_000)) {
            world.announce();
            long start = System.nanoTime();
            try (Node node = world.node().awaitReady()) {
                World.await("the fan-out is on its way", LONG, () -> world.accepted() >= 500);
                Operator operator = new Operator(node);
                tables.forEach(table -> world.jdbc()
                        .sql("alter table " + table + " rename to gone_" + table)
                        .update());
                sleep(Duration.ofSeconds(8));
                boolean degraded = node.body("/actuator/health").contains("DEGRADED");
                long incidents = operator.count("/incidents", "<th scope=\"row\"");
                tables.forEach(table -> world.jdbc()
                        .sql("alter table gone_" + table + " rename to " + table)
                        .update());
                System.out.printf(
                        Locale.ROOT,
                        "%s: while %d tables are gone: %d incidents shown to administrators, health %s%n",
                        name,
                        tables.size(),
                        incidents,
                        degraded ? "DEGRADED" : "as ever");
                if (incidents == 0 || !degraded) {
                    throw new IllegalStateException("Workers fail, and nobody is told");
                }
                world.awaitSettled(LONG);
                world.report(name, start, 0, CONNECTIONS);
                World.await(
                        "nothing fails any more",
                        Duration.ofMinutes(2),
                        () -> !node.body("/actuator/health").contains("DEGRADED"));
            }
        }
    }

    /** The volume of the database fills up in the middle of a fan-out, and has room again ten seconds later. */
    private static void disk(String name) throws Exception {
        Path volume = BuildFolder.fresh("chaos-disk");
        if (run("mount", "-t", "tmpfs", "-o", "size=320m", "tmpfs", volume.toString()) != 0) {
            System.out.println(name + ": left out, since this machine lets nobody mount a small volume");
            return;
        }
        try {
            run("chmod", "777", volume.toString());
            try (World world = new World(4_000, volume)) {
                world.announce();
                long start = System.nanoTime();
                try (Node node = world.node().awaitReady()) {
                    World.await("the fan-out is on its way", LONG, () -> world.accepted() >= 500);
                    Path filler = volume.resolve("filler");
                    run("dd", "if=/dev/zero", "of=" + filler, "bs=1M");
                    sleep(Duration.ofSeconds(10));
                    System.out.printf(
                            Locale.ROOT,
                            "%s: while it is full readiness answers %d, liveness %d%n",
                            name,
                            node.status("/actuator/health/readiness"),
                            node.status("/actuator/health/liveness"));
                    Files.delete(filler);
                    restartWhereItEnded(world);
                    world.awaitSettled(LONG);
                    world.report(name, start, 0, CONNECTIONS);
                }
            }
        } finally {
            run("umount", "-l", volume.toString());
        }
    }

    /** PostgreSQL gives up when it cannot write its log. */
    private static void restartWhereItEnded(World world) throws IOException, InterruptedException {
        try {
            world.count("select 1");
        } catch (RuntimeException e) {
            world.database().crash();
            world.database().start();
        }
    }

    /** The node is killed five times in a fan-out to 20,000, wherever it is. */
    private static void kill(String name) throws Exception {
        int customers = 20_000;
        try (World world = new World(customers)) {
            world.announce();
            long start = System.nanoTime();
            int kills = 5;
            Node node = world.node();
            for (int kill = 1; kill <= kills; kill++) {
                long goal = kill * (long) customers / (kills + 2);
                World.await("the fan-out is on its way", LONG, () -> world.accepted() >= goal);
                node.kill();
                node = world.node();
            }
            try (Node last = node) {
                world.awaitSettled(LONG);
                world.report(name, start, 0, (long) kills * CONNECTIONS);
            }
        }
    }

    /** One of two nodes sleeps for 25 seconds in the middle of a fan-out: longer than any lease. */
    private static void nodes(String name) throws Exception {
        try (World world = new World(6_000)) {
            world.announce();
            long start = System.nanoTime();
            try (Node one = world.node();
                    Node two = world.node()) {
                World.await("the fan-out is on its way", LONG, () -> world.accepted() >= 1_000);
                one.freeze();
                sleep(Duration.ofSeconds(25));
                one.thaw();
                world.awaitSettled(LONG);
                world.report(name, start, 0, CONNECTIONS);
            }
        }
    }

    /** A node's clock runs 40 days ahead, past the end of every notice, and is put right again. */
    private static void clock(String name) throws Exception {
        Path library = Path.of("/usr/lib/" + System.getProperty("os.arch").replace("amd64", "x86_64")
                + "-linux-gnu/faketime/libfaketimeMT.so.1");
        if (!Files.exists(library)) {
            System.out.println(
                    name + ": left out, since libfaketime is not installed (on Debian: apt-get install faketime)");
            return;
        }
        try (World world = new World(200)) {
            world.announce();
            Path time = Files.createTempFile("fairnotice-chaos", ".time");
            Files.writeString(time, "+0");
            long start = System.nanoTime();
            try (Node node = Node.start(
                            world,
                            Map.of(
                                    "LD_PRELOAD",
                                    library.toString(),
                                    "FAKETIME_TIMESTAMP_FILE",
                                    time.toString(),
                                    "FAKETIME_CACHE_DURATION",
                                    "1",
                                    "FAKETIME_DONT_FAKE_MONOTONIC",
                                    "1",
                                    "FAKETIME_FORCE_MONOTONIC_FIX",
                                    "0"))
                    .awaitReady()) {
                world.awaitSettled(LONG);
                long sent = world.accepted();
                Files.writeString(time, "+40d");
                sleep(Duration.ofSeconds(20));
                String health = node.body("/actuator/health");
                long published = world.count("select count(*) from vendor_change where state <> 'IN_NOTICE'");
                System.out.printf(
                        Locale.ROOT,
                        "%s: 40 days ahead for 20 s: %d changes moved on, %d letters sent, health %s, a page answers %d%n",
                        name,
                        published,
                        world.accepted() - sent,
                        health.contains("OUT_OF_SERVICE") ? "OUT_OF_SERVICE" : "as ever",
                        node.status("/r/opsticket"));
                if (published + world.accepted() - sent > 0 || !health.contains("OUT_OF_SERVICE")) {
                    throw new IllegalStateException("A wrong clock had legal effect, or nobody is told");
                }
                Files.writeString(time, "+0");
                World.await(
                        "health is well again",
                        Duration.ofSeconds(60),
                        () -> !node.body("/actuator/health").contains("OUT_OF_SERVICE"));
                sleep(Duration.ofSeconds(10));
                world.report(name, start, 0, 0);
                if (world.count("select count(*) from vendor_change where state <> 'IN_NOTICE'") > 0) {
                    throw new IllegalStateException("What was not due happened after all");
                }
            }
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void sleep(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
