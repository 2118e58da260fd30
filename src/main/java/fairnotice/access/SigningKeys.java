package fairnotice.access;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The keys as this process knows them, read once a minute (of real time), so that signing a link asks no database. */
final class SigningKeys {

    private static final long FRESH = TimeUnit.MINUTES.toNanos(1);

    private final LinkKeys stored;
    private final LongSupplier nanoTime;
    private volatile long readAt;
    private volatile NavigableMap<Integer, LinkKey> known = new TreeMap<>();

    SigningKeys(LinkKeys stored, LongSupplier nanoTime) {
        this.stored = stored;
        this.nanoTime = nanoTime;
    }

    /** The key that signs; the first is made when it is first asked for. */
    LinkKey newest() {
        if (known.isEmpty()) {
            makeFirst();
        } else if (nanoTime.getAsLong() - readAt > FRESH) {
            reload();
        }
        return known.lastEntry().getValue();
    }

    /** The key of that id. The id after the newest may have been added by another process, so it is looked up again. */
    Optional<LinkKey> find(int id) {
        if (known.isEmpty() || id == known.lastKey() + 1) {
            reload();
        }
        return Optional.ofNullable(known.get(id));
    }

    private synchronized void makeFirst() {
        reload();
        if (known.isEmpty()) {
            stored.add(LinkKey.generated(1));
            reload();
        }
    }

    private void reload() {
        readAt = nanoTime.getAsLong();
        NavigableMap<Integer, LinkKey> read = new TreeMap<>();
        stored.all().forEach(key -> read.put(key.id(), key));
        known = read;
    }
}
