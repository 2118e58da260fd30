package fairnotice.access;

import java.util.Collection;
import java.util.List;

/** Those who are staff now. */
public record Colleagues(List<Staff> active) {

    public Colleagues {
        active = List.copyOf(active);
    }

    /** User names of those who have any of these roles for a register, sorted. */
    public List<String> having(Collection<Role> roles, String register) {
        return active.stream()
                .filter(person -> person.roles().stream().anyMatch(roles::contains))
                .map(Staff::username)
                .sorted()
                .toList();
    }
}
