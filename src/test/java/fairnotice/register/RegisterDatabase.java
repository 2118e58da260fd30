package fairnotice.register;

import fairnotice.RealDatabase;
import fairnotice.RealTables;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import fairnotice.timekeeping.AgreeingClocks;
import fairnotice.timekeeping.NodeClock;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The register's room on a real, fresh database whose connections are counted. */
@Configuration
@ComponentScan("fairnotice.register")
public class RegisterDatabase extends RealTables {

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
    @Override
    protected Counted dataSource() {
        return new Counted(RealDatabase.fresh());
    }

    @Bean
    Clock clock() {
        return Clock.fixed(LOADED_AT, ZoneOffset.UTC);
    }

    @Bean
    HolidayCalendars holidayCalendars() {
        return id -> Holidays.NONE;
    }

    /** What was told of registers, and what is under way in them, is other rooms'. */
    public static final class SaidActivity implements RegisterActivity {

        public boolean announced;
        public boolean underWay;

        @Override
        public boolean hasAnnounced(String register) {
            return announced;
        }

        @Override
        public boolean isUnderWay(String register) {
            return underWay;
        }
    }

    @Bean
    SaidActivity registerActivity() {
        return new SaidActivity();
    }

    /** Two administrators of all registers. */
    @Bean
    StaffDirectory staffDirectory() {
        Colleagues both = new Colleagues(List.of(
                new Staff("ada", "Ada", "ada@example.com", Set.of(Role.ADMIN)),
                new Staff("ben", "Ben", "ben@example.com", Set.of(Role.ADMIN))));
        return (StaffDirectory) Proxy.newProxyInstance(
                StaffDirectory.class.getClassLoader(),
                new Class<?>[] {StaffDirectory.class},
                (proxy, method, given) -> {
                    if (!method.getName().equals("colleagues")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return both;
                });
    }

    @Bean
    ListedLedger ledger() {
        return new ListedLedger();
    }
}
