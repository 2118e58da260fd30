package fairnotice.process.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The engine's clock, moved only by a demo; forward only, and global to the JVM. */
public interface EngineClock {

    /** Lets the engine's time run ahead of real time by that much; negative for behind. */
    void runAhead(Duration ahead);

    /** When the next timer is due, or other planned work, if any is. */
    Optional<Instant> nextDeadline();

    /** Whether no job is due and no fact waits to be told to a process. */
    boolean isQuiet();
}
