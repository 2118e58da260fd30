package fairnotice.timekeeping;

import java.time.Instant;

/** The clock of the database, which all nodes share. */
public interface DatabaseTime {

    /** @throws RuntimeException when the database does not tell within about two seconds */
    Instant now();
}
