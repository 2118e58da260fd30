package fairnotice.timekeeping;

import java.time.Clock;
import java.time.Duration;

/** For rooms that are tested without a watch: the machine's clock and the database's are one. */
public final class AgreeingClocks {

    private AgreeingClocks() {}

    public static NodeClock nodeClock() {
        Clock one = Clock.systemUTC();
        NodeClock clock = new NodeClock(one::instant, one::instant, System::nanoTime, Duration.ofSeconds(5));
        clock.compare();
        return clock;
    }
}
