package fairnotice.access;

import java.util.Collection;
import java.util.List;

/** Those who are staff now. */
public record Colleagues(List<Staff> active) {

    public Colleagues {
        active = List.copyOf(active);
    }

    /** User names of those who hold any of these roles for that register, sorted. */
    public List<String> having(Collection<Role> roles, String register) {
        return active.stream()
                .filter(person ->
                        person.actor().scope(roles.toArray(Role[]::new)).includes(register))
                .map(Staff::username)
                .sorted()
                .toList();
    }
}
