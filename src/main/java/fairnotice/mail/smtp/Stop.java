package fairnotice.mail.smtp;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish to stop, which also ends every pause. */
final class Stop {

    private final CountDownLatch asked = new CountDownLatch(1);

    void ask() {
        asked.countDown();
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    void pause(Duration duration) throws InterruptedException {
        asked.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}
