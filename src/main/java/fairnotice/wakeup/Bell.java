package fairnotice.wakeup;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Ends the wait of whoever looks for work. Rung while nobody waits, it ends the next wait; rung often, it does so once. */
public final class Bell {

    private final Semaphore rung = new Semaphore(0);

    public void ring() {
        rung.release();
    }

    /**
     * @param atMost real time
     * @return whether it was rung
     */
    public boolean await(Duration atMost) throws InterruptedException {
        boolean any = rung.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        rung.drainPermits();
        return any;
    }
}
