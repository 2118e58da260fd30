package fairnotice.ledger;

import fairnotice.refusal.Phrase;
import java.util.Optional;

/** What of a customer's entries is needed as evidence, though the customer is erased. Implemented by the rooms that know. */
public interface CustomerEvidence {

    /** Why nothing may be erased yet, and until when, in a sentence; empty where nothing stands in the way. */
    Optional<Phrase> whyNotYet(long customer);

    /** Whether a changed field is no personal data and stays. @param field by its name as the entry has it */
    default boolean stays(String field) {
        return false;
    }
}
