package fairnotice.clearance;

import fairnotice.register.RegisterVersion;
import fairnotice.register.Subprocessor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an entry came to be listed as it is.
 *
 * @param name as listed
 * @param listedAt when the version that brought it was published
 * @param origin reference of the change that brought it; null when it came with the register
 * @param modifications references of the changes that altered it since, oldest first
 */
record Lineage(String name, Instant listedAt, String origin, List<String> modifications) {

    /** @return of each entry of the newest version, in its order, by {@link #key} */
    static Map<String, Lineage> of(List<RegisterVersion> versions) {
        Map<String, Lineage> listed = new LinkedHashMap<>();
        Map<String, Subprocessor> before = Map.of();
        for (RegisterVersion version : oldestFirst(versions)) {
            Map<String, Lineage> next = new LinkedHashMap<>();
            Map<String, Subprocessor> entries = new LinkedHashMap<>();
            for (Subprocessor entry : version.entries()) {
                String key = key(entry.name());
                Subprocessor old = before.get(key);
                entries.put(key, entry);
                next.put(
                        key,
                        old == null
                                ? new Lineage(entry.name(), version.publishedAt(), version.change(), List.of())
                                : listed.get(key).after(old, entry, version.change()));
            }
            listed = next;
            before = entries;
        }
        return listed;
    }

    /** Whether any version had an entry of that name. */
    static boolean wasListed(List<RegisterVersion> versions, String name) {
        return versions.stream().anyMatch(version -> version.entry(name).isPresent());
    }

    /** The change with which the entry left the list last; empty while it is listed, and where no change took it away. */
    static Optional<String> removal(List<RegisterVersion> versions, String name) {
        String change = null;
        boolean was = false;
        for (RegisterVersion version : oldestFirst(versions)) {
            boolean is = version.entry(name).isPresent();
            if (was && !is) {
                change = version.change();
            }
            was = is;
        }
        return was ? Optional.empty() : Optional.ofNullable(change);
    }

    /** The entry as it was when it left the list last. */
    static Lineage before(List<RegisterVersion> versions, String name) {
        List<RegisterVersion> ordered = oldestFirst(versions);
        int last = ordered.size() - 1;
        while (ordered.get(last).entry(name).isEmpty()) {
            last--;
        }
        return of(ordered.subList(0, last + 1)).get(key(name));
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Every change it rests on. */
    Stream<String> changes() {
        return Stream.concat(Optional.ofNullable(origin).stream(), modifications.stream());
    }

    private Lineage after(Subprocessor old, Subprocessor entry, String change) {
        if (change == null || Objects.equals(old, entry)) {
            return this;
        }
        List<String> more = new ArrayList<>(modifications);
        more.add(change);
        return new Lineage(entry.name(), listedAt, origin, List.copyOf(more));
    }

    private static List<RegisterVersion> oldestFirst(List<RegisterVersion> versions) {
        return versions.stream()
                .sorted(Comparator.comparingInt(RegisterVersion::number))
                .toList();
    }
}
