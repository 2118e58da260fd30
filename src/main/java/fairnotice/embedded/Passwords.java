package fairnotice.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of the three database roles, 256 random bits each, made once and kept in a file only its owner can read.
 *
 * @param superuser of {@code postgres}, which only makes the other two
 * @param owner of {@code fairnotice_owner}, which migrates
 * @param app of {@code fairnotice_app}, which runs
 */
record Passwords(String superuser, String owner, String app) {

    static Passwords keptIn(Path file) {
        try {
            if (Files.notExists(file)) {
                write(file);
            }
            Properties kept = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            return new Passwords(kept.getProperty("superuser"), kept.getProperty("owner"), kept.getProperty("app"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written aside and moved, so that a crash leaves no half a file. */
    private static void write(Path file) throws IOException {
        Path aside = Files.createTempFile(file.getParent(), "passwords", ".new", OwnerOnly.FILE);
        Files.writeString(aside, "superuser=%s%nowner=%s%napp=%s%n".formatted(random(), random(), random()));
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Passwords[not shown]";
    }
}
