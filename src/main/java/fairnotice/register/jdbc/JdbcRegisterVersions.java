package fairnotice.register.jdbc;

import static fairnotice.sql.Columns.instant;

import com.fasterxml.jackson.core.type.TypeReference;
import fairnotice.register.HistoryEntry;
import fairnotice.register.RegisterMemory;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Subprocessor;
import fairnotice.sql.AfterCommit;
import fairnotice.sql.Locks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Versions are only ever added. The newest of each register is kept in memory and replaced after the commit that adds the
 * next; those that other nodes added are taken in when this one looks again.
 */
@Repository
class JdbcRegisterVersions implements RegisterVersions, RegisterMemory {

    private static final String SELECT =
            "select register, number, published_at, entries, history, change from register_version";

    private final JdbcClient jdbc;
    private final Map<String, RegisterVersion> newest = new ConcurrentHashMap<>();

    JdbcRegisterVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RegisterVersion current(String register) {
        RegisterVersion known = newest.get(register);
        return known != null ? known : selectCurrent(register);
    }

    @Override
    public RegisterVersion lock(String register) {
        Locks.hold(jdbc, "versions of " + register);
        return selectCurrent(register);
    }

    @Override
    public Optional<RegisterVersion> at(String register, Instant moment) {
        return jdbc.sql(SELECT + " where register = :register and (published_at <= :moment or number = 1)"
                        + " order by number desc limit 1")
                .param("register", register)
                .param("moment", moment)
                .query(JdbcRegisterVersions::version)
                .optional();
    }

    @Override
    public Optional<RegisterVersion> before(String register, String change) {
        return jdbc.sql(SELECT + " where register = :register and number ="
                        + " (select made.number - 1 from register_version made"
                        + " where made.register = :register and made.change = :change)")
                .param("register", register)
                .param("change", change)
                .query(JdbcRegisterVersions::version)
                .optional();
    }

    @Override
    public Optional<RegisterVersion> number(String register, int number) {
        return jdbc.sql(SELECT + " where register = :register and number = :number")
                .param("register", register)
                .param("number", number)
                .query(JdbcRegisterVersions::version)
                .optional();
    }

    @Override
    public List<RegisterVersion> all(String register) {
        return jdbc.sql(SELECT + " where register = :register order by number desc")
                .param("register", register)
                .query(JdbcRegisterVersions::version)
                .list();
    }

    /** A second writer of the same number waits on the primary key for the first to commit, and is then refused. */
    @Override
    public void add(RegisterVersion version) {
        int added = jdbc.sql("""
                        insert into register_version (register, number, published_at, entries, history, change)
                        select :register, :number, :at, :entries::jsonb, :history::jsonb, :change
                        where :number = 1 + (select coalesce(max(number), 0) from register_version where register = :register)
                        on conflict do nothing
                        """)
                .param("register", version.register())
                .param("number", version.number())
                .param("at", asKept(version).publishedAt())
                .param("entries", Documents.write(version.entries()))
                .param("history", Documents.write(version.history()))
                .param("change", version.change())
                .update();
        if (added == 0) {
            throw new IllegalStateException("Version " + version.number() + " of the register \"" + version.register()
                    + "\" cannot follow the one that is published now.");
        }
        AfterCommit.run(() -> remember(asKept(version)));
    }

    @Override
    public void refresh() {
        jdbc
                .sql("select register, max(number) as number from register_version group by register")
                .query((row, index) -> new Newest(row.getString("register"), row.getInt("number")))
                .list()
                .stream()
                .filter(this::isNew)
                .forEach(each -> selectCurrent(each.register()));
    }

    private record Newest(String register, int number) {}

    private boolean isNew(Newest found) {
        RegisterVersion known = newest.get(found.register());
        return known == null || known.number() < found.number();
    }

    private RegisterVersion selectCurrent(String register) {
        RegisterVersion current = jdbc.sql(SELECT + " where register = :register order by number desc limit 1")
                .param("register", register)
                .query(JdbcRegisterVersions::version)
                .optional()
                .orElseThrow(() ->
                        new NoSuchElementException("The register \"" + register + "\" has no published version."));
        // What an open transaction sees may be rolled back.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            remember(current);
        }
        return current;
    }

    /** PostgreSQL keeps microseconds; memory must say the same as a later read. */
    private static RegisterVersion asKept(RegisterVersion version) {
        return new RegisterVersion(
                version.register(),
                version.number(),
                version.publishedAt().truncatedTo(ChronoUnit.MICROS),
                version.entries(),
                version.history(),
                version.change());
    }

    /** Commits may be heard of out of order: the higher number stays. */
    private void remember(RegisterVersion version) {
        newest.merge(version.register(), version, (one, other) -> one.number() > other.number() ? one : other);
    }

    private static RegisterVersion version(ResultSet row, int index) throws SQLException {
        return new RegisterVersion(
                row.getString("register"),
                row.getInt("number"),
                instant(row, "published_at"),
                Documents.read(row.getString("entries"), new TypeReference<List<Subprocessor>>() {}),
                Documents.read(row.getString("history"), new TypeReference<List<HistoryEntry>>() {}),
                row.getString("change"));
    }
}
