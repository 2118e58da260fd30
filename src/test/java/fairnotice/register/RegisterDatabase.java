package fairnotice.register;

import fairnotice.RealDatabase;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.timekeeping.AgreeingClocks;
import fairnotice.timekeeping.NodeClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The register's room on a real, fresh database whose connections are counted. */
@Configuration
@EnableTransactionManagement
@ComponentScan("fairnotice.register")
public class RegisterDatabase {

    /** When the files are loaded in tests. */
    public static final Instant LOADED_AT = Instant.parse("2026-06-01T09:30:00Z");

    /** Counts what is asked of the database: every query needs a connection. */
    public static final class Counted extends DelegatingDataSource {

        private final AtomicInteger connections = new AtomicInteger();

        Counted(DataSource target) {
            super(target);
        }

        @Override
        public java.sql.Connection getConnection() throws java.sql.SQLException {
            connections.incrementAndGet();
            return super.getConnection();
        }

        public int connections() {
            return connections.get();
        }
    }

    /** The ledger is another room's; here it is a list. */
    public static final class ListedLedger implements Ledger {

        public final List<Entry> entries = new ArrayList<>();

        @Override
        public void record(Entry entry) {
            entries.add(entry);
        }

        @Override
        public List<Recorded> about(String subject) {
            throw new UnsupportedOperationException();
        }
    }

    @Bean
    NodeClock nodeClock() {
        return AgreeingClocks.nodeClock();
    }

    @Bean
    Counted dataSource() {
        return new Counted(RealDatabase.fresh());
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    JdbcClient jdbcClient(DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(LOADED_AT, ZoneOffset.UTC);
    }

    @Bean
    HolidayCalendars holidayCalendars() {
        return id -> Holidays.NONE;
    }

    @Bean
    ListedLedger ledger() {
        return new ListedLedger();
    }
}
