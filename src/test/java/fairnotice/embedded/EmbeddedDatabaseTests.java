package fairnotice.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.RealDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTests {

    /** One folder for all: making a cluster takes seconds, starting it again does not. */
    @TempDir
    static Path data;

    @Test
    void a_second_start_finds_everything_of_the_first() {
        try (var first = EmbeddedDatabase.start(data)) {
            asOwner(first)
                    .sql("create schema first create table kept (word text)")
                    .update();
            asOwner(first).sql("insert into first.kept values ('promise')").update();
        }

        try (var second = EmbeddedDatabase.start(data)) {
            assertThat(asOwner(second)
                            .sql("select word from first.kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("promise");
        }
    }

    @Test
    void what_is_committed_is_on_the_disk() {
        try (var database = EmbeddedDatabase.start(data)) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
                assertThat(setting(database, setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void nobody_else_can_reach_it() throws IOException {
        try (var database = EmbeddedDatabase.start(data)) {
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(database, "unix_socket_directories")).isEmpty();
            assertThatThrownBy(() -> as(database, "postgres", "guessed")
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(data.resolve("database-passwords")))
                    .hasSize(2);
            assertThat(database.passwords().toString())
                    .doesNotContain(database.passwords().app());
        }
    }

    @Test
    void two_on_one_folder_are_refused_with_a_sentence() {
        try (var first = EmbeddedDatabase.start(data)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("Another Fairnotice is running on the data folder " + data);
            assertThat(setting(first, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void the_database_of_a_killed_process_is_taken_over() throws Exception {
        Process killed = Crashing.startedOn(data);
        killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        long orphan = Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (var second = EmbeddedDatabase.start(data)) {
            assertThat(asOwner(second)
                            .sql("select count(*) from crash.committed")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(ProcessHandle.of(orphan)
                            .flatMap(process -> process.info().commandLine()))
                    .isEmpty();
        }
    }

    @Test
    void a_stale_pid_that_is_now_another_program_is_not_signalled() throws Exception {
        EmbeddedDatabase.start(data).close();
        Process bystander = new ProcessBuilder("sleep", "60").start();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"), bystander.pid() + "\n" + data.resolve("postgres") + "\n");

        try (var second = EmbeddedDatabase.start(data)) {
            assertThat(setting(second, "fsync")).isEqualTo("on");
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroy();
        }
    }

    @Test
    void the_role_that_runs_can_only_add_to_the_ledger() {
        try (var database = EmbeddedDatabase.start(data)) {
            migrate(database);
            asOwner(database)
                    .sql("create table if not exists ledger_entry (kind text)")
                    .update();
            asOwner(database).sql("create table some_other (word text)").update();
            migrate(database);

            JdbcClient app = as(database, "fairnotice_app", database.passwords().app());

            assertThat(app.sql("insert into some_other values ('x')").update()).isEqualTo(1);
            assertThat(app.sql("update some_other set word = 'y'").update()).isEqualTo(1);
            assertThat(app.sql("select count(*) from act_ge_property")
                            .query(Integer.class)
                            .single())
                    .isPositive();
            assertThat(privilege(app, "ledger_entry", "insert")).isTrue();
            assertThat(privilege(app, "ledger_entry", "select")).isTrue();
            for (String forbidden : new String[] {"update", "delete", "truncate"}) {
                assertThat(privilege(app, "ledger_entry", forbidden))
                        .as(forbidden)
                        .isFalse();
            }
            assertThat(privilege(app, "flyway_schema_history", "insert")).isFalse();
            assertThatThrownBy(() -> app.sql("create table mine (word text)").update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static void migrate(EmbeddedDatabase database) {
        Flyway.configure()
                .dataSource(
                        database.url(), "fairnotice_owner", database.passwords().owner())
                .initSql("set fairnotice.app_role = 'fairnotice_app'")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static boolean privilege(JdbcClient client, String table, String privilege) {
        return client.sql("select has_table_privilege(:table, :privilege)")
                .param("table", table)
                .param("privilege", privilege)
                .query(Boolean.class)
                .single();
    }

    private static String setting(EmbeddedDatabase database, String name) {
        return as(database, "postgres", database.passwords().superuser())
                .sql("show " + name)
                .query(String.class)
                .single();
    }

    private static JdbcClient asOwner(EmbeddedDatabase database) {
        return as(database, "fairnotice_owner", database.passwords().owner());
    }

    private static JdbcClient as(EmbeddedDatabase database, String role, String password) {
        return RealDatabase.client(new DriverManagerDataSource(database.url(), role, password));
    }
}
