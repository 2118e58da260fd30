package fairnotice.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The cases that a customer has about a change, as far as its links rest on them. */
public interface EndsOfObjections {

    /** When each was over for the customer; empty for one that is open. */
    List<Optional<Instant>> of(String reference, long customer);
}
