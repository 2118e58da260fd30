package fairnotice.mail.smtp;

import fairnotice.wakeup.Bell;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Where idle couriers wait: one keeps watch for all and goes to look when it is called or enough time has passed, and the next takes its place. */
final class Watch {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Bell bell;
    private final Duration poll;
    private final Stop stop;

    Watch(Bell bell, Duration poll, Stop stop) {
        this.bell = bell;
        this.poll = poll;
        this.stop = stop;
    }

    /** Waits until it is time to look. @return whether it was called */
    boolean isCalled() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            return !stop.isAsked() && bell.await(poll);
        } finally {
            turn.unlock();
        }
    }

    void callNext() {
        bell.ring();
    }
}
