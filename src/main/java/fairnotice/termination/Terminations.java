package fairnotice.termination;

import fairnotice.access.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All terminations. */
public interface Terminations {

    Optional<Termination> find(String reference);

    /** @throws fairnotice.refusal.Refused when there is none */
    Termination getByReference(String reference);

    /** Those there are, by reference. */
    Map<String, Termination> byReferences(Collection<String> references);

    /** The termination that an objection led to. */
    Optional<Termination> of(String objection);

    /** Those that these objections led to. */
    List<Termination> ofObjections(Collection<String> objections);

    /**
     * Those of a register that know one of these invoices, of whatever customer, oldest first.
     *
     * @param invoices as {@link Worksheet#invoiceKeys} gives them
     */
    List<Termination> ofInvoices(String register, Collection<String> invoices);

    /**
     * Keeps which payments paid a refund, for good once the caller's transaction ends. Whoever keeps one of them meanwhile is waited for.
     *
     * @param payments as {@link Payout#key} gives them
     * @return of those that paid another refund of the register, which; they stay that one's
     */
    Map<String, String> savePayments(Termination termination, Collection<String> payments);

    /** Makes whoever else works out a refund to be kept in this register wait until the caller's transaction ends. */
    void lockRefunds(String register);

    /** Makes whoever else moves the objection or its termination wait until the caller's transaction ends. */
    void lockObjection(String objection);

    /**
     * The termination, held for the rest of the transaction by the lock of its objection.
     *
     * @throws fairnotice.refusal.Refused when there is none
     */
    Termination lock(String reference);

    /** Such as {@code TRM-2026-0003}; never given twice. */
    String nextReference(int year);

    void add(Termination termination);

    /** @throws org.springframework.dao.OptimisticLockingFailureException when somebody else moved it meanwhile */
    void save(Termination termination);

    /** Those of a customer, oldest first. */
    List<Termination> ofCustomer(long customer);

    /** Those of these registers, newest first. @param state only those that stand there; null for all */
    List<Termination> page(Scope within, TerminationState state, int offset, int limit);

    /** Keeps the statement as it was sent. */
    void saveStatement(String reference, byte[] pdf, Instant at);

    /** The statement as PDF; empty before it was confirmed. */
    Optional<byte[]> statement(String reference);
}
