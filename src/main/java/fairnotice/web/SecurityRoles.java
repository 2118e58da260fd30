package fairnotice.web;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Roles as Spring Security writes them: {@code ROLE_LEGAL}. Its own rules ask for a role, whatever the register; the rest asks the actor. */
final class SecurityRoles {

    /** Who may change anything; auditors only read. */
    static final String[] MAY_CHANGE = {Role.PROPOSER.name(), Role.LEGAL.name(), Role.FINANCE.name(), Role.ADMIN.name()
    };

    /** A role that is held for some registers alone. */
    private record Scoped(Role role, Scope scope) implements GrantedAuthority {

        @Override
        public String getAuthority() {
            return "ROLE_" + role;
        }
    }

    private SecurityRoles() {}

    static List<GrantedAuthority> authorities(Staff staff) {
        return staff.held().entrySet().stream()
                .map(held -> held.getValue().all()
                        ? new SimpleGrantedAuthority("ROLE_" + held.getKey())
                        : new Scoped(held.getKey(), held.getValue()))
                .toList();
    }

    static Actor actor(Authentication authentication) {
        Map<Role, Scope> held = new EnumMap<>(Role.class);
        for (GrantedAuthority granted : authentication.getAuthorities()) {
            if (granted instanceof Scoped scoped) {
                held.put(scoped.role(), scoped.scope());
            }
        }
        for (Role role : Role.values()) {
            if (authentication.getAuthorities().contains(new SimpleGrantedAuthority("ROLE_" + role))) {
                held.put(role, Scope.ALL);
            }
        }
        return new Actor(authentication.getName(), held);
    }
}
