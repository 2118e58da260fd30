package fairnotice.objection.jdbc;

import fairnotice.access.Scope;
import fairnotice.objection.NewObjection;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionCounts;
import fairnotice.objection.Objections;
import fairnotice.refusal.Language;
import fairnotice.refusal.Refused;
import fairnotice.sql.Locks;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcObjections implements Objections {

    private static final String AGREED_SINCE = """
            exists (select 1 from objection later
                     where later.customer = objection.customer and later.change_reference = objection.change_reference
                       and later.id > objection.id and later.state in ('RESOLVED', 'EXEMPTED'))""";

    /**
     * Open, to be matched, or leaving with orders that still run, whether or not their refund is paid, or refused while its customer may still object to
     * what was amended; unless its customer was left out, which needs one, agreed to something since, or it was filed again after a final refusal
     * and is not admitted as new.
     */
    private static final String IN_THE_WAY = """
            (settled_at is null and leaves_at is null or leaves_at > :at
               or may_object_until > :at and not %s)
              and (state = 'UNMATCHED' or left_out_at is null)
              and not (again and state in ('ASSESSMENT', 'REFUSED', 'CONTESTED'))
            """.formatted(AGREED_SINCE);

    private final JdbcClient jdbc;

    JdbcObjections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lockForSubmission(String change, Long customer) {
        jdbc.sql("""
                        select pg_advisory_xact_lock_shared(hashtext(:change)),
                               case when :door::text is null then null else pg_advisory_xact_lock(hashtext(:door)) end""")
                .param("change", change)
                .param("door", customer == null ? null : change + "/customer/" + customer)
                .query((row, number) -> true)
                .single();
    }

    @Override
    public Objection add(NewObjection objection) {
        int year = objection.receivedAt().atZone(ZoneOffset.UTC).getYear();
        return jdbc.sql("""
                        insert into objection (reference, change_reference, register, round, policy_version, customer, state, filing,
                                               received_at, late, again, window_closes_at, answer_due_at, due_at, settled_at, begun_at)
                        values (next_reference('OBJ', :year),
                                :change, :register, :round, :policyVersion, :customer, :state, :filing::jsonb,
                                :receivedAt, :late, :again, :closes, :answerDue, case when :settledAt::timestamptz is null then :due::timestamptz end, :settledAt, :settledAt)
                        returning *""")
                .param("year", year)
                .param("change", objection.change())
                .param("register", objection.register())
                .param("round", objection.round())
                .param("policyVersion", objection.policyVersion())
                .param("customer", objection.customer())
                .param("state", objection.state().name())
                .param("filing", ObjectionJson.write(objection.filing()))
                .param("receivedAt", objection.receivedAt())
                .param("late", objection.late())
                .param("again", objection.again())
                .param("closes", objection.windowClosesAt())
                .param("answerDue", objection.answerDueAt())
                .param("due", objection.dueAt())
                .param("settledAt", objection.settledAt())
                .query(ObjectionRows::objection)
                .single();
    }

    @Override
    public Objection lock(String reference) {
        Locks.hold(jdbc, reference);
        return getByReference(reference);
    }

    @Override
    public String calendarId(long id) {
        return jdbc.sql("select coalesce(calendar_id, reference) from objection where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @Override
    public Optional<Objection> find(String reference) {
        return jdbc.sql("select * from objection where reference = :reference")
                .param("reference", reference)
                .query(ObjectionRows::objection)
                .optional();
    }

    @Override
    public Objection getByReference(String reference) {
        return find(reference).orElseThrow(() -> Refused.unknown("refused.unknown.objection", reference));
    }

    @Override
    public Map<String, Objection> byReferences(Collection<String> references) {
        return jdbc
                .sql("select * from objection where reference = any(:references::text[])")
                .param("references", references.toArray(String[]::new))
                .query(ObjectionRows::objection)
                .list()
                .stream()
                .collect(Collectors.toMap(Objection::reference, Function.identity()));
    }

    @Override
    public Optional<Objection> live(String change, long customer) {
        return jdbc.sql("""
                        select * from objection
                         where change_reference = :change and customer = :customer and settled_at is null
                         order by state = 'TERMINATING', id desc limit 1""")
                .param("change", change)
                .param("customer", customer)
                .query(ObjectionRows::objection)
                .optional();
    }

    @Override
    public Optional<Objection> newest(String change, long customer) {
        return jdbc.sql("""
                        select * from objection
                         where change_reference = :change and customer = :customer
                         order by settled_at is null and state <> 'TERMINATING' desc, id desc limit 1""")
                .param("change", change)
                .param("customer", customer)
                .query(ObjectionRows::objection)
                .optional();
    }

    @Override
    public void save(Objection objection) {
        int kept = jdbc.sql("""
                        update objection
                           set round = :round, customer = :customer, state = :state, filing = :filing::jsonb, late = :late,
                               window_closes_at = :closes, due_at = :due, assessed_by = :assessedBy, refusal = :refusal,
                               refused_for = :refusedFor, again = :again,
                               contested = :contested, appeals = :appeals, adopted = :adopted, joined_at = :joined, offer = :offer::jsonb, offers = :offers, leaves_at = :leaves,
                               left_out_at = :leftOut,
                               settled_at = :settled, may_object_until = :mayObject, pending_message = :message, version = version + 1
                         where id = :id and version = :version""")
                .param("round", objection.round())
                .param("customer", objection.customer())
                .param("state", objection.state().name())
                .param("filing", ObjectionJson.write(objection.filing()))
                .param("late", objection.late())
                .param("closes", objection.windowClosesAt())
                .param("due", objection.dueAt())
                .param("assessedBy", objection.assessedBy())
                .param("refusal", objection.refusal())
                .param("refusedFor", objection.refusedFor())
                .param("again", objection.again())
                .param("contested", objection.contested())
                .param("appeals", objection.appeals())
                .param("adopted", objection.adopted())
                .param("joined", objection.joinedAt())
                .param("offer", ObjectionJson.write(objection.offer()))
                .param("offers", objection.offers())
                .param("leaves", objection.leavesAt())
                .param("leftOut", objection.leftOutAt())
                .param("settled", objection.settledAt())
                .param("mayObject", objection.mayObjectUntil())
                .param("message", objection.pendingMessage())
                .param("id", objection.id())
                .param("version", objection.version())
                .update();
        if (kept == 0) {
            throw new OptimisticLockingFailureException(objection.reference() + " was moved by somebody else");
        }
    }

    @Override
    public List<Objection> recent(String change, boolean openOnly, int offset, int limit) {
        return jdbc.sql("select * from objection where change_reference = :change"
                        + (openOnly ? " and settled_at is null" : "") + " order by id desc offset :offset limit :limit")
                .param("change", change)
                .param("offset", offset)
                .param("limit", limit)
                .query(ObjectionRows::objection)
                .list();
    }

    @Override
    public List<Objection> endedWithoutAgreement(String change, int limit) {
        return notAgreedSince("state in ('NOT_AGREED', 'REFUSED') and settled_at is not null", change, limit);
    }

    @Override
    public List<Objection> agreedOnConditions(String change, int limit) {
        return notAgreedSince(
                "(state = 'EXEMPTED' or state = 'RESOLVED' and offer ->> 'cure' = 'SAFEGUARD')", change, limit);
    }

    private List<Objection> notAgreedSince(String ended, String change, int limit) {
        return jdbc.sql("select * from objection where change_reference = :change and " + ended + " and not "
                        + AGREED_SINCE + " order by id desc limit :limit")
                .param("change", change)
                .param("limit", limit)
                .query(ObjectionRows::objection)
                .list();
    }

    @Override
    public List<Objection> recent(Scope within, boolean openOnly, int offset, int limit) {
        return jdbc.sql("select * from objection where (:all or register = any(:registers::text[]))"
                        + (openOnly ? " and settled_at is null" : "") + " order by id desc offset :offset limit :limit")
                .param("all", within.all())
                .param("registers", within.array())
                .param("offset", offset)
                .param("limit", limit)
                .query(ObjectionRows::objection)
                .list();
    }

    @Override
    public List<Objection> ofCustomer(long customer) {
        return jdbc.sql("select * from objection where customer = :customer order by id desc limit 100")
                .param("customer", customer)
                .query(ObjectionRows::objection)
                .list();
    }

    @Override
    public List<Objection> ofCustomer(long customer, Collection<String> changes) {
        return jdbc.sql("""
                        select * from objection
                         where customer = :customer and change_reference = any(:changes::text[])
                         order by id desc""")
                .param("customer", customer)
                .param("changes", changes.toArray(String[]::new))
                .query(ObjectionRows::objection)
                .list();
    }

    @Override
    public List<Objection> ofCustomers(String change, Collection<Long> customers) {
        return jdbc.sql("""
                        select * from objection
                         where change_reference = :change and customer = any(:customers)
                         order by id desc""")
                .param("change", change)
                .param("customers", customers.toArray(Long[]::new))
                .query(ObjectionRows::objection)
                .list();
    }

    @Override
    public List<Objection> unmatched(Collection<String> changes) {
        return jdbc.sql("""
                        select * from objection
                         where change_reference = any(:changes::text[]) and state = 'UNMATCHED' and settled_at is null
                         order by id""")
                .param("changes", changes.toArray(String[]::new))
                .query(ObjectionRows::objection)
                .list();
    }

    @Override
    public List<String> open(String change, boolean terminating) {
        return jdbc.sql("""
                        select reference from objection
                         where change_reference = :change and settled_at is null and (state = 'TERMINATING') = :terminating
                         order by id""")
                .param("change", change)
                .param("terminating", terminating)
                .query(String.class)
                .list();
    }

    @Override
    public ObjectionCounts counts(String change) {
        return counts(List.of(change)).get(change);
    }

    @Override
    public Map<String, ObjectionCounts> counts(Collection<String> changes) {
        Map<String, ObjectionCounts> counts = new HashMap<>();
        jdbc.sql("""
                        select change, count(*) filter (where o.id is not null and settled_at is null) as open,
                               count(*) filter (where settled_at is null and state = 'UNMATCHED') as unmatched,
                               count(*) filter (where state <> 'COMMENT') as total
                          from unnest(:changes::text[]) change left join objection o on o.change_reference = change
                         group by change""").param("changes", changes.toArray(String[]::new)).query(row -> {
            counts.put(
                    row.getString("change"),
                    new ObjectionCounts(row.getLong("open"), row.getLong("unmatched"), row.getLong("total")));
        });
        return counts;
    }

    @Override
    public boolean anyInTheWay(String change, Instant at) {
        return jdbc.sql("select exists (select 1 from objection where change_reference = :change and " + IN_THE_WAY
                        + ")")
                .param("change", change)
                .param("at", at)
                .query(Boolean.class)
                .single();
    }

    @Override
    public int leaveOut(String change, Instant at) {
        return jdbc.sql("""
                        update objection set left_out_at = :at, version = version + 1
                         where change_reference = :change and state <> 'UNMATCHED' and left_out_at is null and""" + " " + IN_THE_WAY)
                .param("change", change)
                .param("at", at)
                .update();
    }

    @Override
    public Language languageOfSender(Objection objection) {
        return jdbc.sql(
                        "select language from objection_unconfirmed where lower(email) = lower(:email) and objection = :reference order by id limit 1")
                .param("email", objection.filing().email())
                .param("reference", objection.reference())
                .query(String.class)
                .optional()
                .flatMap(Language::known)
                .orElse(Language.EN);
    }

    @Override
    public List<String> toBegin(int limit) {
        return jdbc.sql("select reference from objection where begun_at is null order by id limit :limit")
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public List<Objection> lockToStart(Collection<String> references) {
        return jdbc.sql("""
                        select * from objection where reference = any(:references) and begun_at is null
                        order by id for update skip locked
                        """)
                .param("references", references.toArray(String[]::new))
                .query(ObjectionRows::objection)
                .list();
    }

    @Override
    public boolean isBegun(String reference) {
        return jdbc.sql("select begun_at is not null from objection where reference = :reference")
                .param("reference", reference)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void begun(Collection<Long> ids, Instant at) {
        jdbc.sql("update objection set begun_at = :at where id = any(:ids)")
                .param("at", at)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    @Override
    public List<String> withPendingMessage(int limit) {
        return jdbc.sql("select reference from objection where pending_message is not null order by id limit :limit")
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public List<String> ofEndedChanges(int limit) {
        return ofChanges("c.state in ('WITHDRAWN', 'REJECTED', 'UNLISTED')", "state <> 'TERMINATING'", limit);
    }

    @Override
    public List<String> ofEarlierRounds(int limit) {
        return ofChanges("c.round > 1 and c.announced_at is not null", "round < c.round", limit);
    }

    /** Change by change: open cases are many, changes that moved are few. Both conditions are ours. */
    private List<String> ofChanges(String changes, String cases, int limit) {
        return jdbc.sql("""
                        select o.reference
                          from vendor_change c,
                               lateral (select reference from objection
                                         where change_reference = c.reference and settled_at is null and %s
                                         order by round, id limit :limit) o
                         where %s limit :limit""".formatted(cases, changes))
                .param("limit", limit)
                .query(String.class)
                .list();
    }
}
