package fairnotice.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;

import com.fasterxml.jackson.databind.ObjectMapper;
import fairnotice.access.ApiTokens;
import fairnotice.access.KnownDevices;
import fairnotice.access.StaffDirectory;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * What machines may do: bearer tokens (RFC 6750), in the demo HTTP Basic too. No session and no cookie, hence no CSRF token: a browser cannot
 * be made to send a bearer token, and the demo's passwords are public.
 */
@Configuration(proxyBeanMethods = false)
class SecurityOfApi {

    private final boolean demo;

    SecurityOfApi(@Value("${fairnotice.demo:false}") boolean demo) {
        this.demo = demo;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            ApiTokens tokens,
            AuthenticationProvider staffPasswords,
            StaffDirectory directory,
            KnownDevices devices,
            SecurityThrottle throttle,
            SecurityAudit audit,
            ObjectMapper json)
            throws Exception {
        SecurityProblems problems = new SecurityProblems(json, demo);
        http.securityMatcher("/api/**", "/v3/api-docs/**")
                .authorizeHttpRequests(this::allow)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(
                        new SecurityBearerTokens(tokens, throttle, audit, problems),
                        AnonymousAuthenticationFilter.class)
                .addFilterAfter(new SecurityRefusals(), SecurityContextHolderFilter.class)
                .headers(SecurityOfPages::protect);
        if (demo) {
            http.authenticationManager(
                    new ProviderManager(new SecurityRememberedPasswords(staffPasswords, directory, devices)));
            http.httpBasic(basic -> basic.authenticationEntryPoint(problems));
        }
        return http.build();
    }

    private void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (HttpMethod reading : List.of(GET, HEAD)) {
            requests.requestMatchers(reading, "/api/v1/registers/{register}", "/v3/api-docs/**")
                    .permitAll();
            if (demo) {
                requests.requestMatchers(reading, "/api/v1/demo/mailbox").permitAll();
            }
            requests.requestMatchers(reading, "/api/**").authenticated();
        }
        requests.anyRequest().hasAnyRole(SecurityRoles.MAY_CHANGE);
    }
}
