package fairnotice.register;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What differs between two versions of a register, entry by entry; entries are matched by name. */
public record Comparison(List<Subprocessor> added, List<Subprocessor> removed, List<Altered> altered) {

    /** One entry that both versions list, with the fields that differ; never empty. */
    public record Altered(String name, List<Difference> differences) {}

    /** A field before and after; null where it is not stated. */
    public record Difference(EntryField field, String before, String after) {}

    public static Comparison between(RegisterVersion from, RegisterVersion to) {
        return new Comparison(
                missing(to, from),
                missing(from, to),
                to.entries().stream()
                        .flatMap(after -> from.entry(after.name()).stream().map(before -> altered(before, after)))
                        .filter(altered -> !altered.differences().isEmpty())
                        .toList());
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && altered.isEmpty();
    }

    private static List<Subprocessor> missing(RegisterVersion in, RegisterVersion from) {
        return in.entries().stream()
                .filter(entry -> from.entry(entry.name()).isEmpty())
                .toList();
    }

    private static Altered altered(Subprocessor before, Subprocessor after) {
        return new Altered(
                after.name(),
                Stream.of(EntryField.values())
                        .filter(field -> !Objects.equals(field.of(before), field.of(after)))
                        .map(field -> new Difference(field, field.of(before), field.of(after)))
                        .toList());
    }
}
