package fairnotice.web;

import fairnotice.access.Staff;
import fairnotice.access.StaffSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Who is signed in. A session says only which account in which epoch, and since when; what that account may do is asked at every request, so
 * that its end or a change of its role counts from the next one, on every node.
 */
@Component
class SecuritySessions implements SecurityContextRepository {

    static final String ACCOUNT = "fairnotice.account";

    private static final Pattern WRITTEN = Pattern.compile("([^ ]+) (\\d{1,9}) (\\d{1,15})");

    private final StaffSessions sessions;
    private final Duration longest;
    private final int most;

    /** As it stands in a session: the user name, the account's epoch, and milliseconds since 1970. */
    private record SignedIn(String username, int epoch, Instant since) {

        static Optional<SignedIn> read(Object text) {
            Matcher parts = WRITTEN.matcher(text instanceof String written ? written : "");
            return parts.matches()
                    ? Optional.of(new SignedIn(
                            parts.group(1),
                            Integer.parseInt(parts.group(2)),
                            Instant.ofEpochMilli(Long.parseLong(parts.group(3)))))
                    : Optional.empty();
        }

        String text() {
            return username + " " + epoch + " " + since.toEpochMilli();
        }
    }

    /**
     * @param longest how long a session lasts at most, however busy it is
     * @param most sessions of one account; the oldest ends when there would be more
     */
    SecuritySessions(
            StaffSessions sessions,
            @Value("${fairnotice.sessions.longest:12h}") Duration longest,
            @Value("${fairnotice.sessions.most:10}") int most) {
        this.sessions = sessions;
        this.longest = longest;
        this.most = most;
    }

    @Override
    @SuppressWarnings("deprecation") // what the interface makes its deferred loading of
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        HttpSession session = exchange.getRequest().getSession(false);
        if (session == null) {
            return context;
        }
        Optional<Staff> holder = SignedIn.read(session.getAttribute(ACCOUNT))
                .flatMap(in -> sessions.holder(in.username(), in.epoch(), in.since(), longest));
        if (holder.isEmpty()) {
            session.invalidate();
            return context;
        }
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                holder.get().username(), null, SecurityRoles.authorities(holder.get())));
        return context;
    }

    /** Signing in, and signing out. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SecurityAccount account) {
            Instant since = sessions.begin(account.getUsername(), most - 1);
            HttpSession session = request.getSession();
            session.setAttribute(ACCOUNT, new SignedIn(account.getUsername(), account.epoch(), since).text());
            session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.getUsername());
        } else if (request.getSession(false) != null) {
            request.getSession(false).removeAttribute(ACCOUNT);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }
}
