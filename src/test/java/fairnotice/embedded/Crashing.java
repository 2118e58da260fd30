package fairnotice.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;

/** A process of its own that starts the database, commits a row, says so, and waits to be killed. */
final class Crashing {

    private Crashing() {}

    /** @return the process, once its row is committed */
    static Process startedOn(Path data) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Crashing.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader();
        String line = said.readLine();
        while (line != null && !line.equals("committed")) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("It ended before it committed");
        }
        return process;
    }

    public static void main(String[] args) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]));
        try (var connection = DriverManager.getConnection(
                        database.url(), "fairnotice_owner", database.passwords().owner());
                var statement = connection.createStatement()) {
            statement.execute("create schema crash create table committed (word text)");
            statement.execute("insert into crash.committed values ('promise')");
        }
        System.out.println("committed");
        Thread.sleep(600_000);
    }
}
