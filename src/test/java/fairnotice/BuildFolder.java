package fairnotice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that tests and measurements fill with a hundred megabytes and more: they lie in the build's own, and go with it. */
public final class BuildFolder {

    private static final Path ALL = Path.of("target", "folders");

    private BuildFolder() {}

    /** @return a new, empty one */
    public static Path fresh(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(ALL.toAbsolutePath()), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
