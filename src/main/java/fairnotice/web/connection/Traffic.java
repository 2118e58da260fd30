package fairnotice.web.connection;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who is worked for and who is waited for, of all connections of this node. Turns are not given by age: whoever runs takes a free one, since to
 * wake the one who waited longest costs each request a switch of threads. Nobody waits longer than the settings say.
 */
final class Traffic {

    /** By how much shorter clients are waited for while there is a crowd of slow ones. */
    static final int HURRY = 5;

    /** Whether a node is well must be answered while every other request stands in line. */
    private static final String HEALTH = "/actuator/health";

    private static final int HEALTH_AT_ONCE = 4;

    private final RequestSettings settings;
    private final Semaphore work;
    private final Semaphore health = new Semaphore(HEALTH_AT_ONCE, true);
    private final Semaphore bodies;
    private final AtomicInteger answers = new AtomicInteger();

    Traffic(RequestSettings settings) {
        this.settings = settings;
        this.work = new Semaphore(settings.atOnce());
        this.bodies = new Semaphore(settings.bodies());
    }

    RequestSettings settings() {
        return settings;
    }

    /** Where a request for that address takes its turn. */
    Semaphore line(String address) {
        return address != null && address.startsWith(HEALTH) ? health : work;
    }

    boolean awaitBody() {
        return bodies.tryAcquire();
    }

    void bodyCame() {
        bodies.release();
    }

    void awaitAnswerTaken() {
        answers.incrementAndGet();
    }

    void answerTaken() {
        answers.decrementAndGet();
    }

    boolean isCrowded() {
        int waitedFor = settings.bodies() - bodies.availablePermits() + answers.get();
        return waitedFor > settings.bodies() / 2;
    }

    Duration silence() {
        return isCrowded() ? settings.silence().dividedBy(HURRY) : settings.silence();
    }

    Pace pace() {
        Pace pace = new Pace(settings.grace(), settings.pace().toBytes());
        return isCrowded() ? pace.hurried() : pace;
    }
}
