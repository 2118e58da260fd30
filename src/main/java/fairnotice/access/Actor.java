package fairnotice.access;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who does something, as the ledger names it: an id, never a name or an address.
 *
 * @param id a staff user name, {@code customer:17/contact:23}, {@code subscriber:5} or {@code system}
 * @param held the roles held, each for some registers or for all; what is of any other register does not exist for them
 */
public record Actor(String id, Map<Role, Scope> held) {

    public static final Actor SYSTEM = new Actor("system", Map.of());

    public Actor {
        held = Map.copyOf(held);
    }

    /** One who holds these roles for all registers. */
    public Actor(String id, Set<Role> roles) {
        this(id, forAll(roles));
    }

    public static Actor contact(long customer, long contact) {
        return new Actor("customer:" + customer + "/contact:" + contact, Map.of());
    }

    /** Whether an actor's id is that of the contact with this id. */
    static boolean isContact(String id, long contact) {
        return id.endsWith("/contact:" + contact);
    }

    static Map<Role, Scope> forAll(Set<Role> roles) {
        return roles.stream().collect(Collectors.toMap(Function.identity(), role -> Scope.ALL));
    }

    public Set<Role> roles() {
        return held.keySet();
    }

    /** Whether the role is held, for whichever registers. */
    public boolean is(Role role) {
        return held.containsKey(role);
    }

    /** Whether the role is held for that register. */
    public boolean holds(Role role, String register) {
        return scope(role).includes(register);
    }

    /** Whether the role is held for all registers, as what is of none asks for. */
    public boolean holdsForAll(Role role) {
        return scope(role).all();
    }

    /** Whether what is of that register exists for them: they hold any role for it. */
    public boolean sees(String register) {
        return scope().includes(register);
    }

    /** Whether they do more than read in that register. */
    public boolean worksIn(String register) {
        return working().includes(register);
    }

    /** The registers for which any role is held but an auditor's, who only reads. */
    public Scope working() {
        return scope(Role.PROPOSER, Role.LEGAL, Role.FINANCE, Role.ADMIN);
    }

    /** The registers for which any of these roles is held. */
    public Scope scope(Role... roles) {
        Scope scope = Scope.NONE;
        for (Role role : roles) {
            scope = scope.and(held.getOrDefault(role, Scope.NONE));
        }
        return scope;
    }

    /** The registers for which any role is held. */
    public Scope scope() {
        return scope(Role.values());
    }
}
