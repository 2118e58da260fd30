package fairnotice.web.monitor;

import fairnotice.access.SecurityEvent;
import fairnotice.web.Clients;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** The figures are told to who shows the token of the settings (RFC 6750); without one in the settings they are not there. */
@Configuration(proxyBeanMethods = false)
class SecurityOfFigures {

    @Bean
    @Order(0)
    SecurityFilterChain figures(HttpSecurity http, @Value("${fairnotice.metrics.token:}") String token)
            throws Exception {
        return http.securityMatcher("/actuator/prometheus")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new OnlyWithToken(token), SecurityContextHolderFilter.class)
                .build();
    }

    private static final class OnlyWithToken extends OncePerRequestFilter {

        private static final String SCHEME = "Bearer ";

        private final boolean open;
        private final byte[] digest;

        OnlyWithToken(String token) {
            this.open = !token.isBlank();
            this.digest = DigestUtils.sha256(token.strip());
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (!open) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else if (shows(request.getHeader(HttpHeaders.AUTHORIZATION))) {
                chain.doFilter(request, response);
            } else {
                SecurityEvent.refused("figures")
                        .fact("client", Clients.of(request).network())
                        .log();
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Fairnotice figures\"");
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
        }

        /** Compared by their digests, so that neither content nor length of the token shows in how long that takes. */
        private boolean shows(String header) {
            return header != null
                    && header.startsWith(SCHEME)
                    && MessageDigest.isEqual(
                            digest,
                            DigestUtils.sha256(header.substring(SCHEME.length()).strip()));
        }
    }
}
