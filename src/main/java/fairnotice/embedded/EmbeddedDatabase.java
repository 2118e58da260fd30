package fairnotice.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL in the data folder, running for as long as this is open. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final DataFolder folder;
    private final Cluster cluster;
    private final Passwords passwords;
    private final int port;

    private EmbeddedDatabase(DataFolder folder, Cluster cluster, Passwords passwords, int port) {
        this.folder = folder;
        this.cluster = cluster;
        this.passwords = passwords;
        this.port = port;
    }

    /**
     * Makes the database when the folder has none, starts it, and answers when it takes connections.
     *
     * @param programs where PostgreSQL's own programs are unpacked to, or lie already
     * @throws DatabaseUnavailable with what is wrong and what to do
     */
    static EmbeddedDatabase start(Path data, Path programs) {
        DataFolder folder = DataFolder.hold(data);
        try {
            Passwords passwords = Passwords.keptIn(folder.resolve("database-passwords"));
            Cluster cluster = new Cluster(folder, PostgresPrograms.unpackedIn(programs));
            cluster.makeUnlessThere(passwords.superuser());
            int port = cluster.start();
            EmbeddedDatabase database = new EmbeddedDatabase(folder, cluster, passwords, port);
            database.makeRoles();
            return database;
        } catch (IOException e) {
            folder.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** With its programs in the data folder. */
    static EmbeddedDatabase start(Path data) {
        return start(data, data.toAbsolutePath().normalize());
    }

    private void makeRoles() {
        try {
            DatabaseRoles.make(port, passwords);
        } catch (RuntimeException e) {
            cluster.stop();
            throw e;
        }
        LOG.info("The embedded PostgreSQL listens on {}:{}", Cluster.ADDRESS, port);
    }

    String url() {
        return DatabaseRoles.url(port, DatabaseRoles.DATABASE);
    }

    Passwords passwords() {
        return passwords;
    }

    @Override
    public void close() {
        try {
            cluster.stop();
        } finally {
            folder.close();
        }
    }
}
