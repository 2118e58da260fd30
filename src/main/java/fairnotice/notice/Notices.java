package fairnotice.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All notices. */
public interface Notices {

    /**
     * Adds a page of notices in one insert. A customer that has a notice of this round keeps it.
     *
     * @return ids of the notices that were added, by customer
     */
    Map<Long, Long> add(Dispatch telling, List<NewNotice> page, Instant at);

    /** Holds these notices for the rest of the transaction, so that what is read of them stays true. @return those there are, by id */
    List<Notice> lock(Collection<Long> ids);

    Optional<Notice> find(long id);

    List<Notice> byIds(Collection<Long> ids);

    Optional<Notice> of(String reference, int round, long customer);

    /** Notices of one customer, newest first. */
    List<Notice> ofCustomer(long customer);

    /** A customer's notice of each of these changes, in the last round it was given one in, by reference. */
    Map<String, Notice> lastOf(long customer, Collection<String> references);

    /** At most {@code limit} notices that were told and are in force, with ids above {@code after}, by id. @param unacknowledged only those */
    List<Notice> told(String reference, int round, long after, int limit, boolean unacknowledged);

    /** The same of all that were given, also of those whose customers have only the public page. */
    List<Notice> given(String reference, int round, long after, int limit);

    /** A page of a round's notices for people, those unreached first. */
    List<Notice> page(String reference, int round, int offset, int limit);

    /** The notice that has started and whose end binds last; explains the date of the whole. */
    Optional<Notice> lastToEnd(String reference, int round);

    /** The same for the window to object. */
    Optional<Notice> lastToClose(String reference, int round);

    /** Keeps where their clocks stand, in one statement. */
    void saveClocks(Collection<Notice> notices);

    /** When the last orders of these customers end; moves what binds in running notices, in one statement. */
    void saveBounds(Map<Long, Instant> boundUntilByCustomer);

    /** The contacts of these notices with what became of each. */
    List<ContactOutcome> contacts(Collection<Long> notices);

    /** Keeps what became of messages, in one statement; a contact not known yet is added. */
    void saveContacts(Collection<ContactOutcome> outcomes);

    /** These messages count from then on, since their contacts were confirmed; in one statement. */
    void confirmContacts(Collection<ContactOutcome> confirmed, Instant from);

    /** Ids of the notices of these customers that a contact was written to about which waited to be confirmed, and were not superseded. */
    List<Long> writtenToUnconfirmed(Collection<Long> customers);

    /** The first counts. */
    void acknowledge(long id, long contact, Instant at);

    /** Leaves out those that have not started. @return their ids */
    List<Long> leaveOutUnstarted(String reference, int round, Instant at);

    /** Which of these customers have a notice of that round. */
    Set<Long> given(String reference, int round, Collection<Long> customers);

    /** Leaves these out: the change is in effect, and not for their customers before their own notice has ended. */
    void leaveOut(Collection<Long> ids, Instant at);

    void supersede(String reference, int round, Instant at);

    ClockSummary clocks(String reference, int round, Instant at);

    NoticeCounts counts(String reference, int round);

    /** How many customers of a round a message reached. */
    long countReached(String reference, int round);

    /** What a customer's calendar knows the notice by, always the same; it does not tell how many notices there are. */
    String calendarId(long notice);
}
