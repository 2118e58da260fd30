package fairnotice.web;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Roles as Spring Security writes them: {@code ROLE_LEGAL}. */
final class SecurityRoles {

    /** Who may change anything; auditors only read. */
    static final String[] MAY_CHANGE = {Role.LEGAL.name(), Role.FINANCE.name(), Role.ADMIN.name()};

    private SecurityRoles() {}

    static List<SimpleGrantedAuthority> authorities(Set<Role> roles) {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    static Actor actor(Authentication authentication) {
        Collection<? extends GrantedAuthority> granted = authentication.getAuthorities();
        Set<Role> roles = Arrays.stream(Role.values())
                .filter(role -> granted.contains(new SimpleGrantedAuthority("ROLE_" + role)))
                .collect(Collectors.toUnmodifiableSet());
        return new Actor(authentication.getName(), roles);
    }
}
