package fairnotice.web.site;

import fairnotice.calendar.Days;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.register.RegisterMemory;
import fairnotice.wakeup.Bell;
import fairnotice.wakeup.WakeUps;
import fairnotice.wakeup.Work;
import fairnotice.worker.Setbacks;
import fairnotice.worker.Worker;
import fairnotice.worker.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The changes that everybody may know of, kept in memory. One query, whoever visits, asks which there are: soon after one of them moved, and
 * every two seconds at the latest; dates are counted again only for those that were moved. What this node remembers of the registers
 * themselves follows in the same way.
 */
@Component
class AnnouncedChanges implements ToldChanges, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncedChanges.class);
    /** Between two looks, however many changes move. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static final Duration POLL = Duration.ofSeconds(2);

    /** @param moves the change's own count of moves */
    private record Counted(int moves, Optional<PublicChange> told) {}

    private record Listed(List<PublicChange> changes, long revision) {
        static final Listed NOTHING = new Listed(List.of(), 0);
    }

    private final VendorChanges changes;
    private final PublicChanges facts;
    private final List<RegisterMemory> memory;
    private final Clock clock;
    private final Map<String, Counted> counted = new HashMap<>();
    private volatile Map<String, Listed> listed = Map.of();
    private final Bell bell;
    private final Workers workers;
    private final Setbacks setbacks;
    private volatile Worker following;

    AnnouncedChanges(
            VendorChanges changes,
            PublicChanges facts,
            List<RegisterMemory> memory,
            Clock clock,
            WakeUps wakeUps,
            Workers workers) {
        this.changes = changes;
        this.facts = facts;
        this.memory = memory;
        this.clock = clock;
        this.bell = wakeUps.bell(Work.PROCESS);
        this.workers = workers;
        this.setbacks = workers.setbacks("read for the public pages");
    }

    @Override
    public List<PublicChange> of(String register) {
        return listed.getOrDefault(register, Listed.NOTHING).changes();
    }

    @Override
    public long revision(String register) {
        return listed.getOrDefault(register, Listed.NOTHING).revision();
    }

    /** Looks at the tables once. */
    synchronized void refresh() {
        List<VendorChange> told = changes.publicSince(beginOfHistory());
        counted.keySet().retainAll(told.stream().map(VendorChange::reference).collect(Collectors.toSet()));
        Map<String, List<PublicChange>> byRegister = told.stream()
                .collect(Collectors.groupingBy(
                        VendorChange::register, Collectors.flatMapping(this::told, Collectors.toList())));
        Map<String, Listed> next = new HashMap<>(listed);
        next.replaceAll((register, before) -> next(before, byRegister.getOrDefault(register, List.of())));
        byRegister.forEach((register, now) -> next.computeIfAbsent(register, id -> next(Listed.NOTHING, now)));
        listed = Map.copyOf(next);
    }

    /** Of the zone in which the day on which it begins comes first. */
    private Instant beginOfHistory() {
        LocalDate since = ListView.historySince(LocalDate.ofInstant(clock.instant(), ZoneOffset.MIN));
        return Days.start(since, ZoneOffset.MAX);
    }

    private static Listed next(Listed before, List<PublicChange> now) {
        return now.equals(before.changes()) ? before : new Listed(now, before.revision() + 1);
    }

    /** One that cannot be read stays as it was last read, and keeps none of the others from being told. */
    private Stream<PublicChange> told(VendorChange change) {
        Counted known = counted.get(change.reference());
        if (known == null || known.moves() != change.version()) {
            setbacks.attempt(change.reference(), () -> {
                counted.put(change.reference(), new Counted(change.version(), facts.view(change)));
                return true;
            });
        }
        return Optional.ofNullable(counted.get(change.reference())).flatMap(Counted::told).stream();
    }

    private void follow() throws InterruptedException {
        Thread.sleep(PAUSE.toMillis());
        bell.await(POLL);
        memory.forEach(RegisterMemory::refresh);
        refresh();
    }

    /** What cannot be read at once is read by the follower. */
    @Override
    public void start() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("The announced changes could not be read and will be tried again: {}", e.toString());
        }
        following = workers.start("announced-changes", this::follow);
    }

    @Override
    public void stop() {
        if (following != null) {
            following.cutOff(Duration.ZERO);
            following = null;
        }
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }
}
