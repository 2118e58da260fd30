package fairnotice.web;

import fairnotice.refusal.Language;
import fairnotice.timekeeping.NodeClock;
import fairnotice.timekeeping.Standing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes nothing in while this node's clock is wrong, since it would be written down with a wrong date. Here and not in each use case: a GET
 * changes nothing, so whatever people and machines change comes through this door, and what the node does by itself asks its clock itself.
 * Reading goes on, signing in too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
class WrongClock extends OncePerRequestFilter {

    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    private static final Set<String> WITHOUT_A_DATE = Set.of("/login", "/logout");

    private final NodeClock clock;
    private final Unavailable unavailable;
    private final MessageSource messages;

    WrongClock(NodeClock clock, Unavailable unavailable, MessageSource messages) {
        this.clock = clock;
        this.unavailable = unavailable;
        this.messages = messages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || WITHOUT_A_DATE.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Standing standing = clock.standing();
        if (standing.right()) {
            chain.doFilter(request, response);
            return;
        }
        String sentence = messages.getMessage("error.clock", new Object[] {standing.sentence()}, Language.reader());
        request.setAttribute(Unavailable.REASON, sentence);
        unavailable.answer(request, response, "clock", sentence);
    }
}
