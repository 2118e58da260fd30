package fairnotice.ledger;

import fairnotice.refusal.Phrase;
import java.util.Optional;

/** What the ledger says of a member of staff is needed as evidence while they act. Implemented by the room that knows. */
public interface StaffEvidence {

    /** Why nothing may be erased yet, and until when, in a sentence; empty where nothing stands in the way. */
    Optional<Phrase> whyNotYet(String username);
}
