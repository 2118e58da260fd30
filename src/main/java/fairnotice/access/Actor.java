package fairnotice.access;

import java.util.Set;

/**
 * Who does something, as the ledger names it: an id, never a name or an address.
 *
 * @param id a staff user name, {@code customer:17/contact:23}, {@code subscriber:5} or {@code system}
 */
public record Actor(String id, Set<Role> roles) {

    public static final Actor SYSTEM = new Actor("system", Set.of());

    public static Actor contact(long customer, long contact) {
        return new Actor("customer:" + customer + "/contact:" + contact, Set.of());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
