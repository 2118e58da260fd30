package fairnotice.register.jdbc;

import static fairnotice.sql.Columns.instant;

import com.fasterxml.jackson.core.type.TypeReference;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Origin;
import fairnotice.register.Register;
import fairnotice.register.RegisterMemory;
import fairnotice.register.Registers;
import fairnotice.register.StoredRegister;
import fairnotice.register.StoredRegisters;
import fairnotice.sql.AfterCommit;
import fairnotice.sql.Locks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Registers change seldom, so that readers are served from memory. What another node changed is taken in when this one looks again. */
@Repository
class JdbcRegisters implements Registers, StoredRegisters, RegisterMemory {

    private static final String SELECT = """
            select r.settings, r.origin, r.epoch, r.archived_at, p.policy
              from register r join register_policy p on p.register = r.id and p.version = r.policy_version""";

    private final JdbcClient jdbc;
    private final Map<String, NoticePolicy> older = new ConcurrentHashMap<>();
    private volatile List<Register> remembered;
    private int changes;

    JdbcRegisters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Register> all() {
        List<Register> registers = remembered;
        // What an open transaction sees may be rolled back.
        boolean keeps = !TransactionSynchronizationManager.isActualTransactionActive();
        return registers != null ? registers : keeps ? lookedAgain() : select();
    }

    @Override
    public Optional<Register> find(String id) {
        return all().stream().filter(register -> register.id().equals(id)).findFirst();
    }

    @Override
    public Register getById(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("There is no register \"" + id + "\"."));
    }

    @Override
    public NoticePolicy policy(String register, int version) {
        NoticePolicy inForce = getById(register).policy();
        return inForce.version() == version ? inForce : older(register, version);
    }

    @Override
    public void refresh() {
        lookedAgain();
    }

    /** What was read before another change was committed here is not remembered. */
    private List<Register> lookedAgain() {
        int before = changes();
        List<Register> read = select();
        synchronized (this) {
            if (before == changes) {
                remembered = read;
            }
        }
        return read;
    }

    private synchronized int changes() {
        return changes;
    }

    private synchronized void forget() {
        changes++;
        remembered = null;
    }

    @Override
    public List<Register> readAll() {
        return select();
    }

    @Override
    public void lock() {
        Locks.hold(jdbc, "registers");
    }

    @Override
    public Optional<StoredRegister> lock(String id) {
        return stored(id, " for update of r");
    }

    @Override
    public Optional<StoredRegister> read(String id) {
        return stored(id, "");
    }

    private Optional<StoredRegister> stored(String id, String held) {
        return jdbc.sql(SELECT + " where r.id = :id" + held)
                .param("id", id)
                .query((row, number) -> new StoredRegister(
                        register(row, number), Origin.valueOf(row.getString("origin")), row.getInt("epoch")))
                .optional();
    }

    @Override
    public void add(Register register, Origin origin, Instant at) {
        jdbc.sql("""
                        insert into register (id, prefix, settings, policy_version, origin)
                        values (:id, :prefix, :settings::jsonb, :policy, :origin)
                        """)
                .param("origin", origin.name())
                .param("id", register.id())
                .param("prefix", register.prefix())
                .param("settings", settings(register))
                .param("policy", register.policy().version())
                .update();
        savePolicy(register, at);
    }

    @Override
    public void change(Register register, Instant at) {
        jdbc.sql("""
                        update register set prefix = :prefix, settings = :settings::jsonb, policy_version = :policy,
                               archived_at = :archived, epoch = epoch + 1
                        where id = :id
                        """)
                .param("id", register.id())
                .param("prefix", register.prefix())
                .param("settings", settings(register))
                .param("policy", register.policy().version())
                .param("archived", register.archivedAt())
                .update();
        savePolicy(register, at);
    }

    @Override
    public void takeOver(String id) {
        jdbc.sql("update register set origin = 'HERE', epoch = epoch + 1 where id = :id")
                .param("id", id)
                .update();
        AfterCommit.run(this::forget);
    }

    private void savePolicy(Register register, Instant at) {
        jdbc.sql("""
                        insert into register_policy (register, version, policy, loaded_at)
                        values (:register, :version, :policy::jsonb, :at)
                        on conflict do nothing
                        """)
                .param("register", register.id())
                .param("version", register.policy().version())
                .param("policy", Documents.write(register.policy()))
                .param("at", at)
                .update();
        AfterCommit.run(this::forget);
    }

    private List<Register> select() {
        return jdbc.sql(SELECT + " order by r.id")
                .query(JdbcRegisters::register)
                .list();
    }

    /** A version never changes once it was replaced. */
    private NoticePolicy older(String register, int version) {
        String key = register + "/" + version;
        NoticePolicy known = older.get(key);
        if (known == null) {
            known = selectPolicy(register, version);
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                older.put(key, known);
            }
        }
        return known;
    }

    private NoticePolicy selectPolicy(String register, int version) {
        return jdbc.sql("select policy from register_policy where register = :register and version = :version")
                .param("register", register)
                .param("version", version)
                .query((row, number) -> policy(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException(
                        "The register \"" + register + "\" has no version " + version + " of its policy."));
    }

    /** The policy has a table of its own, and when it was archived a column. */
    private static String settings(Register register) {
        return Documents.write(register.promising(null).archived(null));
    }

    private static Register register(ResultSet row, int number) throws SQLException {
        return Documents.read(row.getString("settings"), new TypeReference<Register>() {})
                .promising(policy(row))
                .archived(instant(row, "archived_at"));
    }

    private static NoticePolicy policy(ResultSet row) throws SQLException {
        return Documents.read(row.getString("policy"), new TypeReference<NoticePolicy>() {});
    }
}
