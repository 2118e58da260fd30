package fairnotice.objection;

import fairnotice.access.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The letters that start a customer's time. Each call joins the caller's transaction; who writes holds the case. */
public interface WrittenEmails {

    /** Adds a letter that was not written before, or keeps one as it stands; what became of it is kept by {@link #saveContacts}. */
    void save(WrittenEmail letter);

    /** What became of it to these contacts; another one's stays as it is. */
    void saveContacts(EmailKey letter, Collection<ContactReached> contacts);

    Optional<WrittenEmail> find(EmailKey letter);

    /** References of the cases that wait because the letter that starts their customer's time has reached nobody, the oldest first. */
    List<Lost> lost(Scope within, int offset, int limit);

    /** The same of these cases. */
    List<Lost> lost(Collection<String> references);

    long countLost(Scope within);

    /** When the newest letter of a case was written; none when none was. */
    Optional<Instant> lastWritten(String reference);

    /** A letter that reached nobody while its case waits for that. */
    record Lost(EmailKey key, String register, Instant since) {}
}
