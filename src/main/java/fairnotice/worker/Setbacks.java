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
import java.util.stream.Collectors;
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
     * Tries each that is due, whatever becomes of the others: first those that have not failed before. When many fail in a row, something
     * else may be wrong than they, and the rest is left for the next look.
     *
     * @return whether any attempt answered yes, or some that have not failed before are left
     */
    public <T> boolean each(Collection<T> items, Function<T, String> name, Predicate<T> attempt) {
        Map<Boolean, List<T>> failedBefore = items.stream()
                .filter(item -> isDue(name.apply(item)))
                .collect(Collectors.partitioningBy(item -> waiting.containsKey(name.apply(item))));
        Tried fresh = inTurn(failedBefore.get(false), name, attempt);
        Tried again = fresh.toTheEnd() ? inTurn(failedBefore.get(true), name, attempt) : Tried.NONE;
        return fresh.any() || again.any() || !fresh.toTheEnd();
    }

    private record Tried(boolean any, boolean toTheEnd) {
        static final Tried NONE = new Tried(false, true);
    }

    private <T> Tried inTurn(List<T> items, Function<T, String> name, Predicate<T> attempt) {
        boolean any = false;
        int inARow = 0;
        for (T item : items) {
            if (inARow == MANY) {
                return new Tried(any, false);
            }
            String known = name.apply(item);
            any |= attempt(known, () -> attempt.test(item));
            inARow = waiting.containsKey(known) ? inARow + 1 : 0;
        }
        return new Tried(any, true);
    }

    /**
     * Tries those that are due together, which is faster, and by halves when that fails, down to those that fail alone.
     *
     * @param attempt in one transaction each time
     * @return whether any succeeded, or some that have not failed before are left
     */
    public <T> boolean together(List<T> items, Function<T, String> name, Consumer<List<T>> attempt) {
        List<T> due = items.stream().filter(item -> isDue(name.apply(item))).toList();
        return !due.isEmpty() && new Halving<>(name, attempt).any(due);
    }

    private final class Halving<T> {

        private final Function<T, String> name;
        private final Consumer<List<T>> attempt;
        private int failedInARow;

        Halving(Function<T, String> name, Consumer<List<T>> attempt) {
            this.name = name;
            this.attempt = attempt;
        }

        boolean any(List<T> items) {
            if (failedInARow == MANY) {
                return items.stream().anyMatch(item -> !waiting.containsKey(name.apply(item)));
            }
            try {
                attempt.accept(items);
                items.forEach(item -> over(name.apply(item)));
                failedInARow = 0;
                return true;
            } catch (RuntimeException | Error e) {
                return halved(items, e);
            }
        }

        private boolean halved(List<T> items, Throwable cause) {
            if (items.size() == 1) {
                failed(name.apply(items.get(0)), cause);
                failedInARow++;
                return false;
            }
            int half = items.size() / 2;
            return any(items.subList(0, half)) | any(items.subList(half, items.size()));
        }
    }

    private void failed(String item, Throwable cause) {
        Failed failed = waiting.merge(item, first(cause), (before, now) -> again(before, cause));
        Duration wait = backoff.after(failed.failures());
        if (failed.failures() == 1) {
            LOG.warn("Failed to {}, retrying in {}: {}", sentence(item), wait, failed.cause(), cause);
        } else {
            LOG.warn(
                    "Failed to {} ({} in a row), retrying in {}: {}",
                    sentence(item),
                    failed.failures(),
                    wait,
                    failed.cause());
        }
    }

    /** "begin the case of OBJ-2026-0003" */
    String sentence(String item) {
        return (work + " " + item).strip();
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
            LOG.info("Succeeded to {} after {} failures", sentence(item), failed.failures());
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
