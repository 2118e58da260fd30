package fairnotice.inbox;

import java.time.Duration;

/** What the processes should have done by now. */
public interface OverdueJobs {

    /**
     * Steps that were due some minutes ago, wait for nobody, and were not taken.
     *
     * @param count how many
     * @param oldest how long the oldest has been due; zero where there is none
     */
    record Late(long count, Duration oldest) {}

    Late late();
}
