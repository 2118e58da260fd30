package fairnotice.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds everything one installation owns, held by one process at a time. The system gives the lock back however the
 * process ends, so that nothing stale can keep the next start out.
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws DatabaseUnavailable when another process holds the folder, or it cannot be written */
    static DataFolder hold(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder, OwnerOnly.FOLDER);
            }
            FileChannel channel = FileChannel.open(
                    folder.resolve("fairnotice.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new DatabaseUnavailable(
                        "Another Fairnotice is running on the data folder " + folder + ".",
                        "Stop it first, or give this one a folder of its own with FAIRNOTICE_DATA.");
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The data folder " + folder + " cannot be written: " + e,
                    "Run Fairnotice as the user the folder belongs to, or choose another with FAIRNOTICE_DATA.");
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The data folder " + path + " could not be let go: " + e, "Nothing is to be done.");
        }
    }
}
