package fairnotice.mailserver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The test mails, kept as what was seen of them. */
public interface MailTests {

    /** @return whether it was added: one that is made by itself is, once for each register and pair of servers */
    boolean add(MailTest test);

    /** The oldest that is still to be handed over, locked until the transaction ends and given to nobody else afterwards. */
    Optional<MailTest> claim();

    /** Locked until the transaction ends. */
    Optional<MailTest> lock(long id);

    /** The same by its token. */
    Optional<MailTest> lock(UUID token);

    /** What is known of it now. */
    void save(MailTest test);

    /** The last of each register. */
    Map<String, MailTest> last();

    /** Those that were handed over, or are being so, within the last five minutes of real time, and are to come back and have not. */
    List<MailTest> awaited();
}
