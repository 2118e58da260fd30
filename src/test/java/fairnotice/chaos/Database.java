package fairnotice.chaos;

import fairnotice.RealDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL that can be ended as a crash ends it, and started again with its data on the same port. */
final class Database implements AutoCloseable {

    private final Path data;
    private final int port;
    private final EmbeddedPostgres server;

    /** @param folder where its data are kept */
    Database(Path folder) throws IOException {
        data = folder.resolve("pgdata");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("max_wal_size", "64MB")
                .setServerConfig("min_wal_size", "32MB")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    /** As {@code pg_ctl stop -m immediate}: every process ends without a checkpoint, as at a power cut. */
    void crash() throws IOException, InterruptedException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster)).start().waitFor();
        for (int tries = 0; tries < 300 && ProcessHandle.of(postmaster).isPresent(); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Again, by the command it was started with; root may not run it under its own name. */
    void start() throws IOException, InterruptedException {
        String command = Files.readString(data.resolve("postmaster.opts")).strip();
        String asNobody = System.getProperty("user.name").equals("root") ? "unshare -U " : "";
        new ProcessBuilder("sh", "-c", asNobody + command + " > /dev/null 2>&1 < /dev/null &")
                .start()
                .waitFor();
        World.await("the database is back", Duration.ofSeconds(60), () -> {
            try {
                return jdbc().sql("select 1").query(Integer.class).single() == 1;
            } catch (RuntimeException e) {
                return false;
            }
        });
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    JdbcClient jdbc() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser("postgres");
        source.setConnectTimeout(5);
        return RealDatabase.client(source);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
