package fairnotice.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL cluster in the data folder: made, started and stopped by PostgreSQL's own programs. It listens on loopback only, on no
 * Unix socket, and asks every role for its password. PostgreSQL's defaults for durability ({@code fsync}, {@code synchronous_commit},
 * {@code full_page_writes}) stay on. {@code pg_ctl} gives the server a session of its own, so that Ctrl-C in a terminal stops us and not
 * the database under our feet.
 */
final class Cluster {

    static final String ADDRESS = "127.0.0.1";
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String SETTINGS =
            "-p %d -c listen_addresses=%s -c unix_socket_directories='' -c timezone=UTC -c log_timezone=UTC -c log_checkpoints=off -c jit=off";

    private final DataFolder folder;
    private final PostgresPrograms programs;
    private final Path directory;

    Cluster(DataFolder folder, PostgresPrograms programs) {
        this.folder = folder;
        this.programs = programs;
        this.directory = folder.resolve("postgres");
    }

    /** Makes the cluster when there is none; aside and then moved, so that a crash in between leaves none. */
    void makeUnlessThere(String superuserPassword) throws IOException {
        if (Files.exists(directory)) {
            return;
        }
        Path aside = folder.resolve("postgres.new");
        FileSystemUtils.deleteRecursively(aside);
        Path passwordFile = folder.resolve("superuser-password.new");
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, OwnerOnly.FILE);
        Files.writeString(passwordFile, superuserPassword);
        try {
            initdb(aside, passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(aside, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The built-in locale sorts alike on every machine, whatever its C library. */
    private void initdb(Path target, Path passwordFile) {
        programs.run(
                "initdb",
                "--pgdata=" + target,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    /** @return the port it listens on */
    int start() throws IOException {
        stopOrphan();
        int port = freePort();
        Path log = folder.resolve("postgres.log");
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        programs.run(
                "pg_ctl",
                "start",
                "--pgdata=" + directory,
                "--wait",
                "--timeout=120",
                "--silent",
                "--log=" + log,
                "--options=" + SETTINGS.formatted(port, ADDRESS));
        return port;
    }

    /** Ends open sessions, writes everything out and returns when the server is gone. */
    void stop() {
        programs.run("pg_ctl", "stop", "--pgdata=" + directory, "--mode=fast", "--wait", "--timeout=60", "--silent");
    }

    /**
     * After a {@code kill -9} of ours its server lives on. We hold the folder's lock, so a server on it has lost its Fairnotice: it is
     * stopped as usual. A {@code postmaster.pid} whose process is gone, or has become another program since, is only removed:
     * {@code pg_ctl stop} would signal whoever has that number now.
     */
    private void stopOrphan() throws IOException {
        Path pidFile = directory.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        if (isServerOfThisFolder(Files.readAllLines(pidFile).get(0))) {
            LOG.warn("The database of an earlier run that was killed is still running; stopping it first");
            stop();
        } else {
            Files.delete(pidFile);
        }
    }

    private boolean isServerOfThisFolder(String pid) {
        Optional<ProcessHandle.Info> process =
                ProcessHandle.of(Long.parseLong(pid.strip())).map(ProcessHandle::info);
        return process.flatMap(ProcessHandle.Info::commandLine)
                .filter(line -> line.contains("postgres -D " + directory + " "))
                .isPresent();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        }
    }
}
