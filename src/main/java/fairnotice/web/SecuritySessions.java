package fairnotice.web;

import fairnotice.access.Credential;
import fairnotice.access.ReadingSecondFactor;
import fairnotice.access.SignedIn;
import fairnotice.access.Staff;
import fairnotice.access.StaffSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
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

    /** Attribute of a session that began with a second factor. */
    static final String FACTOR = "fairnotice.factor";

    /** Browsers call themselves by less; a longer name is cut. */
    private static final int LONGEST_NAME = 300;

    private final StaffSessions sessions;
    private final ReadingSecondFactor factors;
    private final Duration longest;
    private final int most;

    /**
     * @param longest how long a session lasts at most, however busy it is
     * @param most sessions of one account; the oldest ends when there would be more
     */
    SecuritySessions(
            StaffSessions sessions,
            ReadingSecondFactor factors,
            @Value("${fairnotice.sessions.longest:12h}") Duration longest,
            @Value("${fairnotice.sessions.most:10}") int most) {
        this.sessions = sessions;
        this.factors = factors;
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
        Optional<Staff> holder = SignedIn.read(session.getAttribute(SignedIn.ATTRIBUTE))
                .flatMap(in -> sessions.holder(in.username(), in.epoch(), in.since(), longest));
        if (holder.isEmpty()) {
            session.invalidate();
            return context;
        }
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                holder.get().username(), null, authorities(holder.get(), session)));
        return context;
    }

    /** No role without the second factor that is asked of them. One that comes or goes ends the session, so what it says of that is true. */
    private Collection<GrantedAuthority> authorities(Staff staff, HttpSession session) {
        boolean needed = session.getAttribute(FACTOR) == null && factors.isRequiredOf(staff);
        return needed ? List.of(SecurityFactorFirst.NEEDED) : SecurityRoles.authorities(staff);
    }

    /** Signing in, and signing out. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Object principal = context.getAuthentication() == null
                ? null
                : context.getAuthentication().getPrincipal();
        if (principal instanceof SecurityOidcUser vouched) {
            begin(vouched.account(), request);
            request.getSession()
                    .setAttribute(SecurityOidc.ID_TOKEN, vouched.getIdToken().getTokenValue());
            request.getSession().setAttribute(FACTOR, "provider");
        } else if (principal instanceof SecurityAccount account) {
            begin(account, request);
        } else if (request.getSession(false) != null) {
            request.getSession(false).removeAttribute(SignedIn.ATTRIBUTE);
        }
    }

    private void begin(SecurityAccount account, HttpServletRequest request) {
        Instant since = sessions.begin(account.getUsername(), most - 1);
        HttpSession session = request.getSession();
        session.setAttribute(SignedIn.ATTRIBUTE, new SignedIn(account.getUsername(), account.epoch(), since).text());
        session.setAttribute(SignedIn.ORIGIN, origin(request));
        session.removeAttribute(SecurityOidc.ID_TOKEN);
        noteFactor(account.hasSecondFactor(), session);
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.getUsername());
    }

    private static void noteFactor(boolean has, HttpSession session) {
        if (has) {
            session.setAttribute(FACTOR, "app");
        } else {
            session.removeAttribute(FACTOR);
        }
    }

    /** Of the account as it is now, and as long as before. */
    static void carryOn(Credential account, HttpSession session) {
        if (session.getAttribute(SecurityOidc.ID_TOKEN) == null) {
            noteFactor(account.secondFactor(), session);
        }
        SignedIn.read(session.getAttribute(SignedIn.ATTRIBUTE))
                .map(before -> new SignedIn(before.username(), account.epoch(), before.since()))
                .ifPresent(now -> session.setAttribute(SignedIn.ATTRIBUTE, now.text()));
    }

    private static String origin(HttpServletRequest request) {
        String browser = StringUtils.defaultString(request.getHeader(HttpHeaders.USER_AGENT));
        return Clients.of(request).network() + " " + StringUtils.left(browser, LONGEST_NAME);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SignedIn.ATTRIBUTE) != null;
    }
}
