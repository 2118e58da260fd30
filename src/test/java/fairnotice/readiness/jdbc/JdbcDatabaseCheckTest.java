package fairnotice.readiness.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fairnotice.RealDatabase;
import fairnotice.readiness.DatabaseCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JdbcDatabaseCheckTest {

    private final String url = RealDatabase.freshUrl();
    private final JdbcClient database = RealDatabase.client(new DriverManagerDataSource(url, "postgres", ""));

    @Test
    void a_database_that_takes_writes_is_well_and_its_heart_has_beaten() {
        database.sql("update heartbeat set beat_at = '2020-01-01'").update();

        assertThat(check(url).look().trouble()).isNull();

        assertThat(database.sql("select beat_at > now() - interval '1 minute' from heartbeat")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_database_that_can_only_be_read_is_in_trouble() {
        database.sql("alter database " + name() + " set default_transaction_read_only = on")
                .update();

        assertThat(check(url).look().trouble()).contains("read-only transaction");
    }

    /** A bound on temporary files stands for a disk that is full: both refuse to write another page, the row that is there is written. */
    @Test
    void a_database_without_space_for_more_pages_is_in_trouble_though_it_could_still_change_a_row() {
        database.sql("alter database " + name() + " set temp_file_limit = '64kB'")
                .update();
        assertThat(database.sql("update heartbeat set beat_at = now()").update())
                .isEqualTo(1);

        assertThat(check(url).look().trouble()).contains("temporary file size exceeds");
    }

    /** A driver left to itself waits without end. */
    @Test
    void a_database_that_is_silent_is_not_waited_for() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DatabaseCheck check = check("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/any");

            DatabaseCheck.Finding found = assertTimeoutPreemptively(Duration.ofSeconds(20), check::look);

            assertThat(found.isWell()).isFalse();
        }
    }

    @Test
    void those_who_ask_within_two_seconds_share_one_look() {
        AtomicInteger looks = new AtomicInteger();
        JdbcDatabaseCheck check = new JdbcDatabaseCheck(() -> {
            looks.incrementAndGet();
            return new DriverManagerDataSource(url, "postgres", "").getConnection();
        });

        for (int asked = 0; asked < 100; asked++) {
            assertThat(check.look().isWell()).isTrue();
        }

        assertThat(looks.get()).isLessThan(10);
    }

    private String name() {
        return database.sql("select current_database()").query(String.class).single();
    }

    private static DatabaseCheck check(String url) {
        return new DatabaseCheckConfiguration().databaseCheck(new Details(url));
    }

    private record Details(String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "";
        }
    }
}
