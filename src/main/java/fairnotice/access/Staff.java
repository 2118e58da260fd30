package fairnotice.access;

import java.util.Set;

/** A member of the publisher's staff. */
public record Staff(String username, String name, String email, Set<Role> roles) {

    public Actor actor() {
        return new Actor(username, roles);
    }
}
