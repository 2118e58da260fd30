package fairnotice.web.connection;

import java.time.Duration;

/** How slowly bytes may come, or go: anyhow for a while, then a given number each second on the average. */
record Pace(Duration grace, long bytesASecond) {

    /** @param waited nanoseconds in which the other side was waited for; what we took ourselves is not its fault */
    boolean isMissed(long bytes, long waited) {
        long counted = waited - grace.toNanos();
        return counted > 0 && bytes < counted / 1e9 * bytesASecond;
    }

    Pace hurried() {
        return new Pace(grace.dividedBy(Traffic.HURRY), bytesASecond);
    }
}
