package fairnotice.timekeeping;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this node may do what legal time depends on. Compared with the database now and then, and in between with how much time has
 * passed since: a clock that is moved no longer fits the machine's count of nanoseconds, and that shows at once and without asking anybody.
 */
public final class NodeClock {

    private static final Logger LOG = LoggerFactory.getLogger(NodeClock.class);
    /** Without a comparison for so long nobody knows; a few looks may fail. */
    private static final Duration LONGEST_UNCONFIRMED = Duration.ofSeconds(30);
    /** A comparison that took longer says too little. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private final MachineClock machine;
    private final DatabaseTime database;
    private final LongSupplier nanoTime;
    private final Duration tolerance;

    private volatile Comparison last;
    private volatile Standing told = Standing.NEVER_COMPARED;

    /** @param ahead of the database at that moment */
    private record Comparison(Duration ahead, Moment at) {}

    /** One moment on the clock and in nanoseconds. */
    private record Moment(Instant clock, long nanos) {

        Duration clockSince(Moment earlier) {
            return Duration.between(earlier.clock, clock);
        }

        Duration since(Moment earlier) {
            return Duration.ofNanos(nanos - earlier.nanos);
        }

        /** How far the clock was moved since. */
        Duration movedSince(Moment earlier) {
            return clockSince(earlier).minus(since(earlier));
        }
    }

    /** @param tolerance how far the two clocks may be apart */
    public NodeClock(MachineClock machine, DatabaseTime database, LongSupplier nanoTime, Duration tolerance) {
        this.machine = machine;
        this.database = database;
        this.nanoTime = nanoTime;
        this.tolerance = tolerance;
    }

    /** Asked before every step that legal time depends on; costs no more than reading the clock twice. */
    public boolean mayAct() {
        return standing().right();
    }

    public Standing standing() {
        Standing now = read();
        // a pause between the readings of clock and nanoseconds looks like a moved clock, once
        Standing sure = now.isSameAs(told) ? now : read();
        if (!sure.isSameAs(told)) {
            tell(sure);
        }
        return new Standing(sure.right(), sure.ahead(), told.since());
    }

    /** How long it has not been right, real time; empty while it is, and before the first comparison. */
    public Optional<Duration> lasting() {
        Standing now = standing();
        return now.right() || now.since() == null
                ? Optional.empty()
                : Optional.of(read().since()).map(there -> Duration.between(now.since(), there));
    }

    /** Compares with the database. @throws RuntimeException when it does not tell the time */
    public void compare() {
        Moment asked = moment();
        Instant there = database.now();
        Moment answered = moment();
        boolean paused =
                answered.since(asked).compareTo(LONGEST_LOOK) > 0 || isOver(answered.movedSince(asked), tolerance);
        if (!paused) {
            last = new Comparison(ahead(asked.clock(), there, answered.clock()), answered);
        }
        standing();
    }

    /** Zero when the database may have told its time at any moment in between. */
    private static Duration ahead(Instant asked, Instant there, Instant answered) {
        if (there.isBefore(asked)) {
            return Duration.between(there, asked);
        }
        return there.isAfter(answered) ? Duration.between(there, answered) : Duration.ZERO;
    }

    private Standing read() {
        Comparison known = last;
        if (known == null) {
            return Standing.NEVER_COMPARED;
        }
        Moment now = moment();
        Duration ahead = known.ahead().plus(now.movedSince(known.at()));
        Instant there = now.clock().minus(ahead);
        boolean unconfirmed = isOver(now.since(known.at()), LONGEST_UNCONFIRMED);
        return new Standing(!unconfirmed && !isOver(ahead, tolerance), unconfirmed ? null : ahead, there);
    }

    private Moment moment() {
        return new Moment(machine.instant(), nanoTime.getAsLong());
    }

    private static boolean isOver(Duration off, Duration most) {
        return off.abs().compareTo(most) > 0;
    }

    private synchronized void tell(Standing now) {
        if (now.isSameAs(told)) {
            return;
        }
        if (now.right() && told != Standing.NEVER_COMPARED) {
            LOG.info("{} This node does its work.", now.sentence());
        } else if (!now.right()) {
            LOG.warn(
                    "{} Until it is right, this node announces, sends, publishes and accepts nothing.", now.sentence());
        }
        told = now;
    }
}
