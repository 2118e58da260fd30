package fairnotice.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A form of ours that only grew old is answered with what was typed in it: nobody is signed in any more, or its token went with the browser's
 * cookies. Nothing of it is done before somebody has read it and clicked.
 *
 * <p>Only a form that came from a page of ours is. One from another site, or from who knows where, gets the plain refusal: what its author
 * typed for the visitor must not stand on a page of ours one click away from being sent in the visitor's name.
 */
final class SecurityOfOldForms implements AccessDeniedHandler, AuthenticationEntryPoint {

    private final AccessDeniedHandler refusing = new AccessDeniedHandlerImpl();
    private final LoginUrlAuthenticationEntryPoint signingIn = new LoginUrlAuthenticationEntryPoint("/login") {

        /** Whoever comes with a session that is over is told so. */
        @Override
        protected String determineUrlToUseForThisRequest(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) {
            return getLoginFormUrl() + (request.getRequestedSessionId() == null ? "" : "?over");
        }
    };

    private final RequestMatcher open;
    private final TypedFormPages pages;

    /** @param open what needs nobody to be signed in */
    SecurityOfOldForms(RequestMatcher open, TypedFormPages pages) {
        this.open = open;
        this.pages = pages;
        signingIn.setFavorRelativeUris(true);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        Optional<TypedForm> typed = isOurForm(request) ? TypedForm.of(request) : Optional.empty();
        if (typed.isEmpty()) {
            signingIn.commence(request, response, refusal);
            return;
        }
        pages.signIn("ended", typed.get(), HttpStatus.UNAUTHORIZED, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (!(refusal instanceof CsrfException) || !isOurForm(request)) {
            refusing.handle(request, response, refusal);
            return;
        }
        String address =
                request.getRequestURI().substring(request.getContextPath().length());
        boolean signedIn = isSignedIn();
        if (address.equals("/login") || address.equals(SecurityCodes.ADDRESS)) {
            TypedForm carried = TypedForm.carriedBy(request).orElse(null);
            pages.signIn("old", carried, HttpStatus.FORBIDDEN, request, response);
        } else if (address.equals("/logout") && !signedIn) {
            response.sendRedirect(request.getContextPath() + "/login?out");
        } else {
            keep(signedIn || open.matches(request), request, response, refusal);
        }
    }

    private void keep(
            boolean mayBeSent, HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        Optional<TypedForm> typed = TypedForm.of(request);
        if (typed.isEmpty()) {
            refusing.handle(request, response, refusal);
        } else if (mayBeSent) {
            pages.sendAgain(typed.get(), request, response);
        } else {
            pages.signIn("ended", typed.get(), HttpStatus.UNAUTHORIZED, request, response);
        }
    }

    static boolean isSignedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
    }

    /**
     * As the browser says, which no page can make it say otherwise (Fetch Metadata, section 2.2). One that says nothing of it, for want of TLS
     * or of years, names the form's origin, or {@code null} when it would rather not.
     */
    static boolean isOurForm(HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return site == null ? isHere(origin, request.getHeader("Host")) : site.equals("same-origin");
    }

    private static boolean isHere(String origin, String host) {
        if (origin == null || host == null) {
            return false;
        }
        try {
            return host.toLowerCase(Locale.ROOT).equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
