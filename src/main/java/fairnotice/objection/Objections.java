package fairnotice.objection;

import fairnotice.access.Scope;
import fairnotice.refusal.Language;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All objections with their threads. */
public interface Objections {

    /**
     * Holds the door of one customer's case about a change for the rest of the transaction, and keeps the change from being published,
     * decided or withdrawn meanwhile. Filings of different customers do not wait for each other.
     */
    void lockForSubmission(String change, Long customer);

    Objection add(NewObjection objection);

    /**
     * The case, held for the rest of the transaction.
     *
     * @throws fairnotice.refusal.Refused when there is none
     */
    Objection lock(String reference);

    /** What calendars know its customer's days by, whatever notices are given meanwhile. */
    String calendarId(long id);

    Optional<Objection> find(String reference);

    /** @throws fairnotice.refusal.Refused when there is none */
    Objection getByReference(String reference);

    Map<String, Objection> byReferences(Collection<String> references);

    /** The live case of a customer about a change. */
    Optional<Objection> live(String change, long customer);

    /** The newest case of a customer about a change, live or not. */
    Optional<Objection> newest(String change, long customer);

    /** Keeps a case as it is after a move. */
    void save(Objection objection);

    /** Cases about a change, newest first. */
    List<Objection> recent(String change, boolean openOnly, int offset, int limit);

    /** Those about a change that were closed or refused for good, with no agreement of their customer since, newest first. */
    List<Objection> endedWithoutAgreement(String change, int limit);

    /** Those about a change in which an exemption or a safeguard was agreed, with no other agreement of their customer since, newest first. */
    List<Objection> agreedOnConditions(String change, int limit);

    /** Cases of these registers, newest first. */
    List<Objection> recent(Scope within, boolean openOnly, int offset, int limit);

    List<Objection> ofCustomer(long customer);

    /** A customer's objections to these changes, newest first. */
    List<Objection> ofCustomer(long customer, Collection<String> changes);

    /** The same of a page of customers to one change, in one statement. */
    List<Objection> ofCustomers(String change, Collection<Long> customers);

    /** Those to these changes that are still to be matched. */
    List<Objection> unmatched(Collection<String> changes);

    /** References of open objections to a change, oldest first. @param terminating those whose termination was elected, or the others */
    List<String> open(String change, boolean terminating);

    ObjectionCounts counts(String change);

    /** The same for each of these changes, in one query. */
    Map<String, ObjectionCounts> counts(Collection<String> changes);

    /**
     * Whether any keeps the change from going live: open, still to be matched, or leaving with orders that run at that time, and its
     * customer not left out by a decision.
     */
    boolean anyInTheWay(String change, Instant at);

    /** Marks what is in the way and matched as left out. @return how many */
    int leaveOut(String change, Instant at);

    /** In which language its sender asked for the page open to all; English where it came another way. */
    Language languageOfSender(Objection objection);

    /** References of cases whose process has not been started, oldest first. */
    List<String> toBegin(int limit);

    /** Those of them whose process still has not, held for the rest of the transaction, but for those another transaction holds. */
    List<Objection> lockToStart(Collection<String> references);

    boolean isBegun(String reference);

    void begun(Collection<Long> ids, Instant at);

    /** References of objections whose process has a message to hear, oldest first. */
    List<String> withPendingMessage(int limit);

    /** References of open cases whose change was given up. */
    List<String> ofEndedChanges(int limit);

    /** References of open cases whose change has been announced in a later round than they were asked about. */
    List<String> ofEarlierRounds(int limit);
}
