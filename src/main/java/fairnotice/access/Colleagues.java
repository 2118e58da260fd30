package fairnotice.access;

import java.util.Collection;
import java.util.List;

/**
 * Those who are staff now.
 *
 * @param singleHanded whether the publisher lets one person who is alone take both steps of the pairs that allow it
 */
public record Colleagues(List<Staff> active, boolean singleHanded) {

    /** Of a publisher where two steps are always two people's. */
    public Colleagues(List<Staff> active) {
        this(active, false);
    }

    public Colleagues {
        active = List.copyOf(active);
    }

    /** "Lena Brandt (legal)"; the user name alone of who is not active. */
    public String named(String username) {
        return active.stream()
                .filter(person -> person.username().equals(username))
                .findFirst()
                .map(person -> person.name() + " (" + username + ")")
                .orElse(username);
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
