package fairnotice.access;

import java.util.Set;
import java.util.TreeSet;

/**
 * For which registers something holds: for all there are and will be, or for those named.
 *
 * @param registers their ids; empty where {@code all} is true, and where it holds for none
 */
public record Scope(boolean all, Set<String> registers) {

    public static final Scope ALL = new Scope(true, Set.of());
    public static final Scope NONE = new Scope(false, Set.of());

    public Scope {
        registers = all ? Set.of() : Set.copyOf(registers);
    }

    public static Scope of(String... registers) {
        return new Scope(false, Set.of(registers));
    }

    public boolean includes(String register) {
        return all || register != null && registers.contains(register);
    }

    public boolean isEmpty() {
        return !all && registers.isEmpty();
    }

    /** What either includes. */
    public Scope and(Scope other) {
        Set<String> both = new TreeSet<>(registers);
        both.addAll(other.registers);
        return all || other.all ? ALL : new Scope(false, both);
    }

    /** What both include. */
    public Scope common(Scope other) {
        if (all || other.all) {
            return all ? other : this;
        }
        Set<String> common = new TreeSet<>(registers);
        common.retainAll(other.registers);
        return new Scope(false, common);
    }

    /** What this includes and the other does not; all where this is for all and the other is not. */
    public Scope without(Scope other) {
        if (all || other.all) {
            return other.all ? NONE : ALL;
        }
        Set<String> rest = new TreeSet<>(registers);
        rest.removeAll(other.registers);
        return new Scope(false, rest);
    }

    /** Of these, that register alone; nothing where it is not among them. */
    public Scope only(String register) {
        return includes(register) ? of(register) : NONE;
    }

    /** For a parameter {@code = any(:registers)} in SQL, beside {@code all}. */
    public String[] array() {
        return registers.stream().sorted().toArray(String[]::new);
    }
}
