package fairnotice.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fairnotice.publisher.PublicAddress;
import fairnotice.refusal.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers no request for another host, before anything else acts on it: a page elsewhere whose name was made to lead to this machine (DNS
 * rebinding) would else read, sign in and act here as a page of ours. Known are the host of the public address, this machine's own names and
 * those of the setting {@code fairnotice.hosts}. Health is told to everybody, since probes ask by address,
 * and figures to who has their token, which no page can send.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class KnownHosts extends OncePerRequestFilter {

    /** Misdirected Request (RFC 9110, 15.5.20). */
    static final int MISDIRECTED = 421;

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[?(?:::1|(?:0{1,4}:){7}0{0,3}1)]?");

    private final PublicAddress address;
    private final Set<String> known;
    private final MessageSource messages;
    private final ObjectMapper json;

    KnownHosts(
            PublicAddress address,
            @Value("${fairnotice.hosts:}") List<String> hosts,
            MessageSource messages,
            ObjectMapper json) {
        this.address = address;
        this.known = hosts.stream()
                .filter(host -> !host.isBlank())
                .map(KnownHosts::written)
                .collect(Collectors.toSet());
        this.messages = messages;
        this.json = json;
    }

    boolean knows(String host) {
        String written = host == null ? "" : written(host);
        return known.contains(written)
                || LOOPBACK.matcher(written).matches()
                || written.equals(URI.create(address.base()).getHost());
    }

    private static String written(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/actuator/health")
                || path.startsWith("/actuator/health/")
                || path.equals("/actuator/prometheus");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (knows(request.getServerName())) {
            chain.doFilter(request, response);
            return;
        }
        String sentence = messages.getMessage("error.host", null, Language.reader());
        response.setStatus(MISDIRECTED);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (request.getRequestURI().startsWith("/api/")) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(MISDIRECTED), sentence);
            problem.setType(URI.create("urn:fairnotice:problem:other-host"));
            problem.setTitle("Misdirected Request");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), problem);
        } else {
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.getWriter().write(sentence + "\n");
        }
    }
}
