package fairnotice.web.site;

import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The announced changes, kept in memory. One query every half second, whoever visits, asks which changes are running; dates are
 * counted again only for those that were moved.
 */
@Component
class AnnouncedChanges implements UpcomingChanges, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncedChanges.class);
    private static final long PAUSE_MILLIS = 500;

    /** @param moves the change's own count of moves */
    private record Counted(int moves, Upcoming upcoming) {}

    private record Listed(List<Upcoming> changes, long revision) {
        static final Listed NOTHING = new Listed(List.of(), 0);
    }

    private final VendorChanges changes;
    private final PublicChanges facts;
    private final Map<String, Counted> counted = new HashMap<>();
    private volatile Map<String, Listed> listed = Map.of();
    private volatile ScheduledExecutorService clockwork;

    AnnouncedChanges(VendorChanges changes, PublicChanges facts) {
        this.changes = changes;
        this.facts = facts;
    }

    @Override
    public List<Upcoming> of(String register) {
        return listed.getOrDefault(register, Listed.NOTHING).changes();
    }

    @Override
    public long revision(String register) {
        return listed.getOrDefault(register, Listed.NOTHING).revision();
    }

    /** Looks at the tables once. */
    synchronized void refresh() {
        List<VendorChange> announced = changes.running().stream()
                .filter(change -> change.announcedAt() != null && !change.isPublished())
                .toList();
        counted.keySet()
                .retainAll(announced.stream().map(VendorChange::reference).collect(Collectors.toSet()));
        Map<String, List<Upcoming>> byRegister = announced.stream()
                .collect(Collectors.groupingBy(
                        VendorChange::register, Collectors.mapping(this::upcoming, Collectors.toList())));
        Map<String, Listed> next = new HashMap<>(listed);
        next.replaceAll((register, before) -> next(before, byRegister.getOrDefault(register, List.of())));
        byRegister.forEach((register, now) -> next.computeIfAbsent(register, id -> next(Listed.NOTHING, now)));
        listed = Map.copyOf(next);
    }

    private static Listed next(Listed before, List<Upcoming> unsorted) {
        List<Upcoming> now = unsorted.stream()
                .sorted(Comparator.comparing(Upcoming::earliestUse).thenComparing(Upcoming::reference))
                .toList();
        return now.equals(before.changes()) ? before : new Listed(now, before.revision() + 1);
    }

    private Upcoming upcoming(VendorChange change) {
        Counted known = counted.get(change.reference());
        if (known == null || known.moves() != change.version()) {
            known = new Counted(change.version(), facts.upcoming(change));
            counted.put(change.reference(), known);
        }
        return known.upcoming();
    }

    private void refreshOrLog() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("The announced changes could not be read and will be tried again: {}", e.toString());
        }
    }

    @Override
    public void start() {
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "announced-changes");
            thread.setDaemon(true);
            return thread;
        });
        refreshOrLog();
        one.scheduleWithFixedDelay(this::refreshOrLog, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        clockwork = one;
    }

    @Override
    public void stop() {
        clockwork.shutdownNow();
        clockwork = null;
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }
}
