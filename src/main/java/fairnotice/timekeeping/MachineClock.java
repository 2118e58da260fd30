package fairnotice.timekeeping;

import java.time.InstantSource;

/** What the machine says the time is; legal time is told from it. Not legal time, which a demonstration moves. */
@FunctionalInterface
public interface MachineClock extends InstantSource {}
