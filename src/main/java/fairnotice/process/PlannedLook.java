package fairnotice.process;

import java.time.Instant;
import java.util.Optional;

/** Work for days that stand in the tables and have no timer of the engine. */
interface PlannedLook {

    /** The next time, after now, for which some is planned; empty for none. */
    Optional<Instant> next();
}
