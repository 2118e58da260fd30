package fairnotice.ledger;

import java.time.Instant;
import java.util.Set;

/** What of the ledger can be erased: values and openings of the entries about a subject, and about what belongs to it. */
public interface ErasableValues {

    /**
     * Names of the fields that have a value to be erased.
     *
     * @param subject such as {@code customer:17}, to which {@code customer:17/contact:23} belongs
     */
    Set<String> fields(String subject);

    /** Whether somebody is the actor of an entry that would lose something. @param staying fields that are not erased */
    boolean isWrittenBy(String actor, String subject, Set<String> staying);

    /**
     * Erases all of it; why it was erased before is kept.
     *
     * @param staying fields that are not erased
     * @return how many entries lost something
     */
    int erase(String subject, Set<String> staying, Instant at);
}
