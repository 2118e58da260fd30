package fairnotice.change;

import java.time.Instant;
import java.util.Optional;

/** What must be true before a register may change (invariant 1); asked inside the publishing transaction. */
public interface PublicationConditions {

    /** A sentence saying what is still missing at that time; empty when the change may be published. */
    Optional<String> missing(VendorChange change, Instant at);
}
