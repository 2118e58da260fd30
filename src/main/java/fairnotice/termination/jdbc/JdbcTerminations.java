package fairnotice.termination.jdbc;

import fairnotice.access.Scope;
import fairnotice.refusal.Refused;
import fairnotice.sql.Locks;
import fairnotice.termination.Termination;
import fairnotice.termination.TerminationState;
import fairnotice.termination.Terminations;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTerminations implements Terminations {

    private final JdbcClient jdbc;
    private final TerminationRows rows;

    JdbcTerminations(JdbcClient jdbc, TerminationRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public Optional<Termination> find(String reference) {
        return jdbc.sql("select * from termination where reference = :reference")
                .param("reference", reference)
                .query(rows::termination)
                .optional();
    }

    @Override
    public Termination getByReference(String reference) {
        return find(reference).orElseThrow(() -> Refused.unknown("refused.unknown.termination", reference));
    }

    @Override
    public Map<String, Termination> byReferences(Collection<String> references) {
        return jdbc
                .sql("select * from termination where reference = any(:references::text[])")
                .param("references", references.toArray(String[]::new))
                .query(rows::termination)
                .list()
                .stream()
                .collect(Collectors.toMap(Termination::reference, Function.identity()));
    }

    @Override
    public Optional<Termination> of(String objection) {
        return jdbc.sql("select * from termination where objection = :objection")
                .param("objection", objection)
                .query(rows::termination)
                .optional();
    }

    @Override
    public List<Termination> ofObjections(Collection<String> objections) {
        return jdbc.sql("select * from termination where objection = any(:objections::text[]) order by reference")
                .param("objections", objections.toArray(String[]::new))
                .query(rows::termination)
                .list();
    }

    @Override
    public List<Termination> ofInvoices(String register, Collection<String> invoices) {
        if (invoices.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from termination where register = :register and invoices && :invoices::text[]
                         order by elected_at, reference""")
                .param("register", register)
                .param("invoices", invoices.toArray(String[]::new))
                .query(rows::termination)
                .list();
    }

    /** In their order, so that two who keep the same ones do not wait for each other. */
    @Override
    public Map<String, String> savePayments(Termination termination, Collection<String> payments) {
        jdbc.sql("""
                        insert into refund_payment (register, reference, termination)
                        select :register, payment, :termination from unnest(:payments::text[]) payment order by payment
                        on conflict do nothing""")
                .param("register", termination.register())
                .param("termination", termination.reference())
                .param("payments", payments.toArray(String[]::new))
                .update();
        return jdbc
                .sql("""
                        select reference, termination from refund_payment
                         where register = :register and reference = any(:payments::text[]) and termination <> :termination""")
                .param("register", termination.register())
                .param("termination", termination.reference())
                .param("payments", payments.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("reference"), row.getString("termination")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void lockRefunds(String register) {
        Locks.hold(jdbc, "refunds of " + register);
    }

    @Override
    public void lockObjection(String objection) {
        Locks.hold(jdbc, objection);
    }

    /** Of which objection it is never changes, so that it can be read before the lock is held. */
    @Override
    public Termination lock(String reference) {
        lockObjection(getByReference(reference).objection());
        return getByReference(reference);
    }

    @Override
    public String nextReference(int year) {
        return jdbc.sql("select next_reference('TRM', :year)")
                .param("year", year)
                .query(String.class)
                .single();
    }

    @Override
    public void add(Termination termination) {
        jdbc.sql("""
                        insert into termination (reference, objection, change, register, customer, policy_version, elected_by,
                                                 elected_at, worksheet, state, ends_at, invoices)
                        values (:reference, :objection, :change, :register, :customer, :policyVersion, :electedBy,
                                :electedAt, :worksheet::jsonb, :state, :endsAt, :invoices)""")
                .param("invoices", termination.worksheet().invoiceKeys().toArray(String[]::new))
                .param("reference", termination.reference())
                .param("objection", termination.objection())
                .param("change", termination.change())
                .param("register", termination.register())
                .param("customer", termination.customer())
                .param("policyVersion", termination.policyVersion())
                .param("electedBy", termination.electedBy())
                .param("electedAt", termination.electedAt())
                .param("worksheet", rows.write(termination.worksheet()))
                .param("state", termination.state().name())
                .param("endsAt", termination.endsAt())
                .update();
    }

    @Override
    public void save(Termination termination) {
        int kept = jdbc.sql("""
                        update termination
                           set state = :state, worksheet = :worksheet::jsonb, elected_worksheet = :elected::jsonb, invoices = :invoices,
                               approval = :approval::jsonb, payouts = :payouts::jsonb, paid_by = :paidBy,
                               paid_at = :paidAt, confirmed_at = :confirmedAt, version = version + 1
                         where reference = :reference and version = :version""")
                .param("state", termination.state().name())
                .param("worksheet", rows.write(termination.worksheet()))
                .param("elected", rows.write(termination.elected()))
                .param("invoices", termination.worksheet().invoiceKeys().toArray(String[]::new))
                .param("approval", rows.write(termination.approval()))
                .param("payouts", rows.write(termination.payouts()))
                .param("paidBy", termination.paidBy())
                .param("paidAt", termination.paidAt())
                .param("confirmedAt", termination.confirmedAt())
                .param("reference", termination.reference())
                .param("version", termination.version())
                .update();
        if (kept == 0) {
            throw new OptimisticLockingFailureException(termination.reference() + " was moved by somebody else");
        }
    }

    @Override
    public List<Termination> ofCustomer(long customer) {
        return jdbc.sql("select * from termination where customer = :customer order by elected_at, reference")
                .param("customer", customer)
                .query(rows::termination)
                .list();
    }

    @Override
    public List<Termination> page(Scope within, TerminationState state, int offset, int limit) {
        String wanted = "(:all or register = any(:registers::text[]))" + (state == null ? "" : " and state = :state");
        return jdbc.sql("select * from termination where " + wanted
                        + " order by elected_at desc, reference desc offset :offset limit :limit")
                .param("all", within.all())
                .param("registers", within.array())
                .param("state", state)
                .param("offset", offset)
                .param("limit", limit)
                .query(rows::termination)
                .list();
    }

    @Override
    public void saveStatement(String reference, byte[] pdf, Instant at) {
        jdbc.sql("insert into refund_statement (reference, pdf, made_at) values (:reference, :pdf, :at)")
                .param("reference", reference)
                .param("pdf", pdf)
                .param("at", at)
                .update();
    }

    @Override
    public Optional<byte[]> statement(String reference) {
        return jdbc.sql("select pdf from refund_statement where reference = :reference")
                .param("reference", reference)
                .query((row, number) -> row.getBytes("pdf"))
                .optional();
    }
}
