package fairnotice.mail.smtp;

import fairnotice.access.SignedLinks;
import fairnotice.mail.RelayOutage;
import fairnotice.mail.RelayStanding;
import fairnotice.publisher.PublicAddress;
import fairnotice.wakeup.Bell;
import fairnotice.wakeup.WakeUps;
import fairnotice.wakeup.Work;
import fairnotice.worker.Worker;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;

/** This node's couriers, with the flusher and the leases they share. Stopping lets each finish the message it is at. */
public final class Sender implements SmartLifecycle, RelayStanding {

    /** For writing down what became of messages whose connection was cut. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Outbox outbox;
    private final Relays relays;
    private final Composer composer;
    private final Clock clock;
    private final SenderSettings settings;
    private final BooleanSupplier mayAct;
    private final Bell bell;
    private final Refusals refusals;
    private final Reachability reachability;

    private final Workers workers;
    /** Each with the thread it works on. */
    private final Map<SmtpWorker, Worker> couriers = new LinkedHashMap<>();

    private final List<RelayConnection> connections = new ArrayList<>();
    private Worker flushing;
    private Worker renewing;
    private Stop stop;

    /** @param mayAct asked before every message; nothing is handed over while the answer is no, or there is no relay */
    public Sender(
            Outbox outbox,
            Relays relays,
            SignedLinks links,
            PublicAddress address,
            Clock clock,
            SenderSettings settings,
            BooleanSupplier mayAct,
            WakeUps wakeUps,
            Workers workers) {
        this.outbox = outbox;
        this.relays = relays;
        this.composer = new Composer(outbox, links, address, settings.bounceAddress());
        this.clock = clock;
        this.settings = settings;
        this.mayAct = () -> mayAct.getAsBoolean() && relays.current().isPresent();
        this.bell = wakeUps.bell(Work.MAIL);
        this.workers = workers;
        this.refusals = new Refusals(outbox, settings);
        this.reachability = new Reachability(outbox, clock);
    }

    @Override
    public boolean isAutoStartup() {
        return settings.sending();
    }

    @Override
    public synchronized void start() {
        stop = new Stop();
        OutcomeFlusher flusher = new OutcomeFlusher(outbox);
        flushing = workers.start("mail-outcomes", flusher);
        Leases leases = new Leases(outbox, settings.lease());
        Duration third = settings.lease().dividedBy(3);
        renewing = workers.start("mail-leases", () -> {
            stop.pause(third);
            leases.renew();
        });
        Watch watch = new Watch(bell, settings.poll(), stop);
        for (int i = 1; i <= settings.connections(); i++) {
            SmtpWorker courier = courier(flusher, leases, watch);
            couriers.put(courier, workers.start("mail-" + i, courier));
        }
    }

    private SmtpWorker courier(OutcomeFlusher flusher, Leases leases, Watch watch) {
        RelayConnection connection = new RelayConnection(relays, settings);
        connections.add(connection);
        Delivery handOver = new Delivery(connection, refusals, reachability, composer, flusher, clock, stop, settings);
        Probing probing = new Probing(outbox, leases, handOver, refusals);
        return new SmtpWorker(outbox, leases, handOver, probing, reachability, stop, watch, mayAct, settings);
    }

    @Override
    public Optional<RelayOutage> outage() {
        return reachability.outage();
    }

    @Override
    public synchronized void stop() {
        if (!isRunning()) {
            return;
        }
        couriers.values().forEach(Worker::ask);
        stop.ask();
        bell.ring();
        awaitCouriers(settings.stopWithin());
        connections.forEach(RelayConnection::cut);
        awaitCouriers(LAST_WORDS);
        couriers.forEach((courier, thread) -> {
            thread.end(Duration.ZERO);
            if (!thread.isAlive()) {
                courier.close();
            }
        });
        couriers.clear();
        connections.clear();
        renewing.cutOff(Duration.ZERO);
        flushing.cutOff(Duration.ZERO);
        stop = null;
    }

    private void awaitCouriers(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        couriers.values().forEach(courier -> courier.awaitEnd(Duration.ofNanos(deadline - System.nanoTime())));
    }

    @Override
    public synchronized boolean isRunning() {
        return stop != null;
    }
}
