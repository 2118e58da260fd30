package fairnotice.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Without their database nobody's session is known: what needs nobody to be signed in is shown as to a stranger, everything else says so. A
 * request waits for the database once, however many ask it for its session.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class SessionsAway extends OncePerRequestFilter {

    /** Attribute of a request that found the database away. */
    static final String AWAY = SessionsAway.class.getName();

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Asking(request), response);
    }

    private static final class Asking extends HttpServletRequestWrapper {

        Asking(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        public HttpSession getSession(boolean create) {
            if (!create && getAttribute(AWAY) != null) {
                return null;
            }
            try {
                return super.getSession(create);
            } catch (RuntimeException e) {
                if (!DatabaseAway.isBehind(e)) {
                    throw e;
                }
                setAttribute(AWAY, true);
                if (create || !SecurityOfPages.OPEN_TO_ALL.matches(this)) {
                    throw e;
                }
                return null;
            }
        }

        @Override
        public boolean isRequestedSessionIdValid() {
            return getSession(false) != null && super.isRequestedSessionIdValid();
        }
    }
}
