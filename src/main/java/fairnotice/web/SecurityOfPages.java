package fairnotice.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import fairnotice.access.KnownDevices;
import fairnotice.publisher.PublicAddress;
import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AntPathRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may see which page. What is not named here needs a log-in. */
@Configuration(proxyBeanMethods = false)
class SecurityOfPages {

    /** For everyone; a signed link in the address is the portal's own proof. */
    private static final String[] OPEN = {
        "/",
        "/r/**",
        "/n/**",
        "/subscriptions/**",
        "/filings/**",
        "/assets/**",
        "/publisher/**",
        "/webjars/**",
        "/favicon.ico",
        "/actuator/health/**",
        "/login",
        SecurityCodes.ADDRESS,
        "/login/provider/**",
        "/login/oauth2/**",
        "/oauth2/authorization/**",
        "/login/link/**",
        "/login/password/**",
        "/setup",
        "/error"
    };

    /** What {@link #OPEN} names. */
    static final RequestMatcher OPEN_TO_ALL = new OrRequestMatcher(
            Arrays.stream(OPEN).<RequestMatcher>map(AntPathRequestMatcher::new).toList());

    /** Nothing from elsewhere and nothing inline; {@code data:} for the icons that Pico draws in its style sheet. */
    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private final boolean demo;
    private final PublicAddress address;

    SecurityOfPages(@Value("${fairnotice.demo:false}") boolean demo, PublicAddress address) {
        this.demo = demo;
        this.address = address;
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            TypedFormPages typed,
            KnownDevices devices,
            SecuritySessions sessions,
            NoteCookies cookies,
            SecurityOfCodes codes,
            Optional<SecurityOidc> oidc,
            FormAddresses addresses)
            throws Exception {
        SecurityOfOldForms oldForms = new SecurityOfOldForms(OPEN_TO_ALL, typed);
        SecurityAskedPage asked = new SecurityAskedPage(cookies);
        SecurityFormTokens tokens = new SecurityFormTokens();
        RequestMatcher oneClick = new AntPathRequestMatcher("/subscriptions/{token}");
        AuthenticationSuccessHandler signedIn = remembering(devices, landing(asked));
        if (oidc.isPresent()) {
            oidc.get().addTo(http, signedIn);
        }
        SecurityBeforeBody beforeBody = new SecurityBeforeBody(addresses, OPEN_TO_ALL, oneClick, tokens, oldForms);
        DefaultSecurityFilterChain chain = http.authorizeHttpRequests(this::allow)
                .securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.requestCache(asked))
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(SecurityOrigin::new)
                        .successHandler(signedIn)
                        .failureHandler(codes.askingForCode(refusing(typed))))
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(oldForms).accessDeniedHandler(oldForms))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                // one-click leaving comes from mail programs, which have no cookie (RFC 8058, section 3.1)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(oneClick))
                .headers(SecurityOfPages::protect)
                .addFilterAfter(new SecurityRefusals(), SecurityContextHolderFilter.class)
                .addFilterBefore(new SecurityForeignForms(oneClick, address, oldForms), CsrfFilter.class)
                .addFilterBefore(beforeBody, CsrfFilter.class)
                .addFilterAfter(codes.filter(signedIn), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SecurityFactorFirst(), AuthorizationFilter.class)
                .build();
        chain.getFilters().stream()
                .filter(AuthorizationFilter.class::isInstance)
                .map(AuthorizationFilter.class::cast)
                .forEach(filter -> beforeBody.ask(filter.getAuthorizationManager()));
        return chain;
    }

    private void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll();
        if (demo) {
            requests.requestMatchers("/mailbox/**").permitAll();
        }
        requests.requestMatchers("/staff/absences/**")
                .authenticated()
                .requestMatchers("/ledger/**", "/incidents/**", "/staff/**", "/settings/**")
                .hasAnyRole("ADMIN", "AUDITOR")
                .requestMatchers(GET, "/**")
                .authenticated()
                .requestMatchers(HEAD, "/**")
                .authenticated()
                .requestMatchers(POST, "/logout", "/account/**")
                .authenticated()
                .anyRequest()
                .hasAnyRole(SecurityRoles.MAY_CHANGE);
    }

    /** Signed links stand in addresses, so no address is told to another site. */
    static void protect(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                // of this host; what its neighbours below it are served by is not ours to say
                .httpStrictTransportSecurity(policy -> policy.includeSubDomains(false));
    }

    /**
     * At what was typed before the session ended, at the page that was refused before, or the inbox; a person of the demonstration always
     * begins at the inbox.
     */
    private static AuthenticationSuccessHandler landing(RequestCache pages) {
        SavedRequestAwareAuthenticationSuccessHandler asked = new SavedRequestAwareAuthenticationSuccessHandler();
        asked.setRequestCache(pages);
        asked.setDefaultTargetUrl("/inbox");
        AuthenticationSuccessHandler inbox = new SimpleUrlAuthenticationSuccessHandler("/inbox");
        return (request, response, who) -> {
            Optional<TypedForm> typed = TypedForm.carriedBy(request);
            if (typed.isPresent()) {
                TypedFormPages.resume(typed.get(), request, response);
            } else {
                (request.getParameter("begin") == null ? asked : inbox).onAuthenticationSuccess(request, response, who);
            }
        };
    }

    /** Whoever came in once from here is not kept out by what others try under the name. */
    private static AuthenticationSuccessHandler remembering(KnownDevices devices, AuthenticationSuccessHandler next) {
        return (request, response, who) -> {
            SecurityOrigin.keep(devices.remember(who.getName()), request, response);
            next.onAuthenticationSuccess(request, response, who);
        };
    }

    /** What the form carried along comes back with it; who could not be looked up was not refused. */
    private static AuthenticationFailureHandler refusing(TypedFormPages pages) {
        return (request, response, refusal) -> {
            if (refusal instanceof InternalAuthenticationServiceException) {
                throw refusal;
            }
            String said = refusal instanceof SecurityPasswords.TooManyAttempts ? "wait" : "error";
            Optional<TypedForm> typed = TypedForm.carriedBy(request);
            if (typed.isPresent()) {
                pages.signIn(said, typed.get(), HttpStatus.UNAUTHORIZED, request, response);
            } else {
                response.sendRedirect(request.getContextPath() + "/login?" + said);
            }
        };
    }
}
