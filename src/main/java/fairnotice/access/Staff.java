package fairnotice.access;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A member of the publisher's staff.
 *
 * @param username small letters, digits, dots, underscores and hyphens; it stands in the ledger for ever and so is no address
 * @param held the roles held, each for some registers or for all
 */
public record Staff(String username, String name, String email, Map<Role, Scope> held) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** Whether anybody could have that user name; nothing else is worth looking up. */
    public static boolean isUsername(String typed) {
        return typed != null
                && typed.length() <= 80
                && USERNAME.matcher(typed.strip().toLowerCase(Locale.ROOT)).matches();
    }

    public Staff {
        username = username.strip().toLowerCase(Locale.ROOT);
        if (!USERNAME.matcher(username).matches()) {
            throw new IllegalArgumentException("\"" + username + "\" is not a user name; use letters, digits, dots,"
                    + " underscores and hyphens, at most 64");
        }
        held = held.entrySet().stream()
                .filter(role -> !role.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One who holds these roles for all registers. */
    public Staff(String username, String name, String email, Set<Role> roles) {
        this(username, name, email, Actor.forAll(roles));
    }

    public Set<Role> roles() {
        return held.keySet();
    }

    /** Whether they can be written to. */
    public boolean hasAddress() {
        return email != null && !email.isBlank();
    }

    /** The same person with these roles. */
    Staff holding(Map<Role, Scope> roles) {
        return new Staff(username, name, email, roles);
    }

    public Actor actor() {
        return new Actor(username, held);
    }
}
