package fairnotice.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs this build carries, unpacked once. They lie in the data folder and not in a shared temporary folder, where
 * another user of the machine could put programs of his own in their place.
 */
final class PostgresPrograms {

    private final Path bin;

    private PostgresPrograms(Path bin) {
        this.bin = bin;
    }

    /**
     * Runs a program to its end.
     *
     * @throws DatabaseUnavailable with what the program said, when it failed
     */
    void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(asSomebodyBut("root"));
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new DatabaseUnavailable(
                        "PostgreSQL's " + program + " failed: " + said.strip(),
                        "Look into postgres.sign in the data folder, or point SPRING_DATASOURCE_URL at a PostgreSQL of your own.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(program + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + program, e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody, and the files stay root's. */
    private static List<String> asSomebodyBut(String root) {
        boolean isRoot =
                ProcessHandle.current().info().user().filter(root::equals).isPresent();
        return isRoot ? List.of("unshare", "--user") : List.of();
    }

    /** Unpacks the programs into that folder unless an earlier start has; of those who start at once, one unpacks for all. */
    static PostgresPrograms unpackedIn(Path folder) {
        try {
            JarURLConnection archive = (JarURLConnection) archive().openConnection();
            Path home = folder.resolve(
                    "postgres-programs-%08x".formatted(archive.getJarEntry().getCrc()));
            if (Files.notExists(home)) {
                Files.createDirectories(folder);
                unpackOnce(archive, folder, home);
            }
            return new PostgresPrograms(home.resolve("bin"));
        } catch (IOException e) {
            throw new UncheckedIOException("The PostgreSQL programs could not be unpacked", e);
        }
    }

    /** A file's lock holds off other processes until it is closed, and this method those of this one. */
    private static synchronized void unpackOnce(JarURLConnection archive, Path folder, Path home) throws IOException {
        try (FileChannel channel = FileChannel.open(
                folder.resolve("postgres-programs.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (Files.exists(home)) {
                return;
            }
            Path aside = folder.resolve("postgres-programs.new");
            FileSystemUtils.deleteRecursively(aside);
            try (InputStream packed = archive.getInputStream()) {
                unpack(packed, aside);
            }
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        URL archive = PostgresPrograms.class.getResource("/postgres-%s-%s.txz".formatted(system, machine));
        if (archive == null) {
            throw new DatabaseUnavailable(
                    "This build carries no PostgreSQL for " + system + " on " + machine + ".",
                    "Point SPRING_DATASOURCE_URL at a PostgreSQL of your own.");
        }
        return archive;
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive reaches outside its folder: " + entry.getName());
                }
                unpack(tar, entry, path);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        if (executable && !path.toFile().setExecutable(true)) {
            throw new IOException(path + " could not be made executable");
        }
    }
}
