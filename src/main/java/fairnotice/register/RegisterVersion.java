package fairnotice.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A register at the moment it changed; immutable and dated.
 *
 * @param number from 1, without gaps
 * @param history newest first, all of it
 * @param change the reference of the change that made it; null for the first
 */
public record RegisterVersion(
        String register,
        int number,
        Instant publishedAt,
        List<Subprocessor> entries,
        List<HistoryEntry> history,
        String change) {

    /** The entry of that name, compared without case and surrounding space. */
    public Optional<Subprocessor> entry(String name) {
        return name == null
                ? Optional.empty()
                : entries.stream().filter(entry -> sameName(entry.name(), name)).findFirst();
    }

    public static boolean sameName(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }
}
