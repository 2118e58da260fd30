package fairnotice.worker;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Items of one kind of work that failed, each with its own backoff, so that none keeps those behind it waiting. Kept in memory: after a
 * restart each is tried at once. A queue is read past those that wait: ask it for {@link #past} as many as are wanted.
 */
public final class Setbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Setbacks.class);

    private static final int MANY = 10;
    private static final Duration GONE = Duration.ofMinutes(1);

    private record Failed(int failures, long sinceNanos, long nextNanos, String cause) {}

    private final String work;
    private final Backoff backoff;
    private final Map<String, Failed> waiting = new ConcurrentHashMap<>();

    /** @param work what is done with the items, for people: "begin objection" */
    Setbacks(String work, Backoff backoff) {
        this.work = work;
        this.backoff = backoff;
    }

    public String work() {
        return work;
    }

    /** How many to ask a queue for, to have that many that may be tried even if all that wait stand first. */
    public int past(int wanted) {
        forgetGone();
        return wanted + waiting.size();
    }

    /** Whether it may be tried now. */
    public boolean isDue(String item) {
        Failed failed = waiting.get(item);
        return failed == null || System.nanoTime() - failed.nextNanos >= 0;
    }

    /**
     * Tries it if it is due.
     *
     * @param attempt in a transaction of its own, so that a failure takes back this item alone
     * @return what the attempt answers; false when it failed or is not due
     */
    public boolean attempt(String item, BooleanSupplier attempt) {
        if (!isDue(item)) {
            return false;
        }
        try {
            boolean answer = attempt.getAsBoolean();
            over(item);
            return answer;
        } catch (RuntimeException | Error e) {
            failed(item, e);
            return false;
        }
    }

    /**
     * Tries each that is due, whatever becomes of the others. When many fail in a row, something else is wrong than they, and the rest is
     * left for the next time.
     *
     * @return whether any attempt answered yes
     */
    public <T> boolean each(Collection<T> items, Function<T, String> name, Predicate<T> attempt) {
        boolean any = false;
        int inARow = 0;
        for (T item : items) {
            String known = name.apply(item);
            if (isDue(known) && inARow < MANY) {
                any |= attempt(known, () -> attempt.test(item));
                inARow = waiting.containsKey(known) ? inARow + 1 : 0;
            }
        }
        return any;
    }

    /**
     * Tries those that are due together, which is faster, and one by one when that fails.
     *
     * @param together in one transaction
     * @param alone in one transaction each
     * @return whether there was any, or any attempt alone answered yes
     */
    public <T> boolean together(
            List<T> items, Function<T, String> name, Consumer<List<T>> together, Predicate<T> alone) {
        List<T> due = items.stream().filter(item -> isDue(name.apply(item))).toList();
        if (due.isEmpty()) {
            return false;
        }
        try {
            together.accept(due);
        } catch (RuntimeException | Error e) {
            LOG.debug("Failed to {} {} items together, now one by one: {}", work, due.size(), e.toString());
            return each(due, name, alone);
        }
        due.forEach(item -> over(name.apply(item)));
        return true;
    }

    private void failed(String item, Throwable cause) {
        Failed failed = waiting.merge(item, first(cause), (before, now) -> again(before, cause));
        Duration wait = backoff.after(failed.failures());
        if (failed.failures() == 1) {
            LOG.warn("Failed to {} {}, retrying in {}: {}", work, item, wait, failed.cause(), cause);
        } else {
            LOG.warn(
                    "Failed to {} {} ({} in a row), retrying in {}: {}",
                    work,
                    item,
                    failed.failures(),
                    wait,
                    failed.cause());
        }
    }

    private Failed first(Throwable cause) {
        return new Failed(1, System.nanoTime(), next(1), cause.toString());
    }

    private Failed again(Failed before, Throwable cause) {
        int failures = before.failures() + 1;
        return new Failed(failures, before.sinceNanos(), next(failures), cause.toString());
    }

    private long next(int failures) {
        return System.nanoTime() + backoff.after(failures).toNanos();
    }

    private void over(String item) {
        Failed failed = waiting.remove(item);
        if (failed != null) {
            LOG.info("Succeeded to {} {} after {} failures", work, item, failed.failures());
        }
    }

    /** What was due a while ago and not tried again has left its queue: somebody else has done it, or ended it. */
    private void forgetGone() {
        long now = System.nanoTime();
        waiting.values().removeIf(failed -> now - failed.nextNanos() > GONE.toNanos());
    }

    /** The longest waiting first. */
    public List<Setback> standing() {
        forgetGone();
        return waiting.entrySet().stream()
                .map(each -> new Setback(
                        each.getKey(),
                        each.getValue().failures(),
                        Duration.ofNanos(System.nanoTime() - each.getValue().sinceNanos()),
                        Duration.ofNanos(Math.max(0, each.getValue().nextNanos() - System.nanoTime())),
                        each.getValue().cause()))
                .sorted(Comparator.comparing(Setback::lasting).reversed().thenComparing(Setback::item))
                .toList();
    }
}
