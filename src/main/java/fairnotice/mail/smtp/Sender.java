package fairnotice.mail.smtp;

import fairnotice.access.SignedLinks;
import fairnotice.mail.PublicAddress;
import fairnotice.wakeup.Bell;
import fairnotice.wakeup.WakeUps;
import fairnotice.wakeup.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** This node's couriers, with the flusher and the leases they share. Stopping lets each finish the message it is at. */
public final class Sender implements SmartLifecycle {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Outbox outbox;
    private final Relay relay;
    private final Composer composer;
    private final Clock clock;
    private final SenderSettings settings;
    private final Bell bell;

    private final List<Thread> couriers = new ArrayList<>();
    private Thread flushing;
    private ScheduledExecutorService renewing;
    private Stop stop;

    public Sender(
            Outbox outbox,
            Relay relay,
            SignedLinks links,
            PublicAddress address,
            Clock clock,
            SenderSettings settings,
            WakeUps wakeUps) {
        this.outbox = outbox;
        this.relay = relay;
        this.composer = new Composer(outbox, links, address, settings.bounceAddress());
        this.clock = clock;
        this.settings = settings;
        this.bell = wakeUps.bell(Work.MAIL);
    }

    @Override
    public boolean isAutoStartup() {
        return settings.sending();
    }

    @Override
    public synchronized void start() {
        stop = new Stop();
        OutcomeFlusher flusher = new OutcomeFlusher(outbox);
        flushing = started("mail-outcomes", flusher);
        Leases leases = new Leases(outbox, settings.lease());
        renewing = Executors.newSingleThreadScheduledExecutor(task -> daemon("mail-leases", task));
        long third = settings.lease().toMillis() / 3;
        renewing.scheduleAtFixedRate(leases::renew, third, third, TimeUnit.MILLISECONDS);
        Watch watch = new Watch(bell, settings.poll(), stop);
        for (int i = 1; i <= settings.connections(); i++) {
            couriers.add(started("mail-" + i, courier(flusher, leases, watch)));
        }
    }

    private Courier courier(OutcomeFlusher flusher, Leases leases, Watch watch) {
        RelayConnection connection = new RelayConnection(relay);
        HandOver handOver = new HandOver(connection, composer, flusher, clock, stop, settings);
        return new Courier(outbox, leases, handOver, stop, watch, settings);
    }

    @Override
    public synchronized void stop() {
        if (!isRunning()) {
            return;
        }
        stop.ask();
        bell.ring();
        long deadline = System.nanoTime() + LONGEST_STOP.toNanos();
        try {
            for (Thread courier : couriers) {
                TimeUnit.NANOSECONDS.timedJoin(courier, Math.max(1, deadline - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            couriers.forEach(Thread::interrupt);
            couriers.clear();
            renewing.shutdownNow();
            flushing.interrupt();
            stop = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return stop != null;
    }

    private static Thread started(String name, Runnable task) {
        Thread thread = daemon(name, task);
        thread.start();
        return thread;
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
