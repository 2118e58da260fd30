package fairnotice.web;

import fairnotice.refusal.Phrase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers for a database that is away, wherever a request noticed it: while signing in, in a controller, in a template. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class UnavailableDatabase extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UnavailableDatabase.class);
    private static final Phrase SENTENCE = Phrase.of("refused.database-away");

    private final Unavailable unavailable;

    UnavailableDatabase(Unavailable unavailable) {
        this.unavailable = unavailable;
    }

    /** The address is not logged: a signed link stands in it. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted() || !DatabaseAway.isBehind(e)) {
                throw e;
            }
            LOG.warn("A request was answered with 503, since the database is away: {}", DatabaseAway.reason(e));
            request.setAttribute(SessionsAway.AWAY, true);
            unavailable.answer(request, response, "unavailable", SENTENCE.said());
        }
    }
}
