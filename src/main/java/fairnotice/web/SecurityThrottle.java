package fairnotice.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Ten wrong passwords for one user name from one address in five minutes (of real time) close that door for the rest of them. */
final class SecurityThrottle {

    static final int ATTEMPTS = 10;
    static final long MINUTES = 5;

    private static final int REMEMBERED = 10_000;

    private final LongSupplier nanoTime;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Failures(int count, long since) {}

    SecurityThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized boolean isClosed(String username, String address) {
        return recent(door(username, address)).count() >= ATTEMPTS;
    }

    synchronized void failed(String username, String address) {
        String door = door(username, address);
        Failures before = recent(door);
        failures.remove(door);
        failures.put(door, new Failures(before.count() + 1, before.since()));
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(door(username, address));
    }

    private Failures recent(String door) {
        long now = nanoTime.getAsLong();
        Failures known = failures.get(door);
        boolean over = known == null || now - known.since() > TimeUnit.MINUTES.toNanos(MINUTES);
        return over ? new Failures(0, now) : known;
    }

    private static String door(String username, String address) {
        return username.strip().toLowerCase(Locale.ROOT) + "\n" + address;
    }
}
