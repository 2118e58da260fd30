package fairnotice.access;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A member of the publisher's staff.
 *
 * @param username small letters, digits, dots, underscores and hyphens; it stands in the ledger for ever and so is no address
 */
public record Staff(String username, String name, String email, Set<Role> roles) {

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
        roles = Set.copyOf(roles);
    }

    /** Whether they can be written to. */
    public boolean hasAddress() {
        return email != null && !email.isBlank();
    }

    public Actor actor() {
        return new Actor(username, roles);
    }
}
