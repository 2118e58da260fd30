package fairnotice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads to the provider and back: to sign in there, and to sign out there as well. */
@Controller
@ConditionalOnProperty("fairnotice.sign-in.oidc.issuer")
@RequestMapping("/login/provider")
class SecurityOidcPage {

    private final SecurityOidc oidc;
    private final SecurityOidcProvider provider;

    SecurityOidcPage(SecurityOidc oidc, SecurityOidcProvider provider) {
        this.oidc = oidc;
        this.provider = provider;
    }

    @GetMapping
    String in() {
        return provider.registration().isPresent()
                ? "redirect:" + OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/"
                        + SecurityOidcProvider.ID
                : "redirect:/login?provider-away";
    }

    /** OpenID Connect RP-Initiated Logout, section 2. */
    @GetMapping("/out")
    String out(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> token = oidc.signedOut(request);
        Optional<String> there = provider.signOut();
        oidc.forget(request, response);
        if (token.isEmpty() || there.isEmpty()) {
            return "redirect:/login?out";
        }
        String back = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/login")
                .query("out")
                .toUriString();
        return "redirect:"
                + UriComponentsBuilder.fromUriString(there.get())
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(token.get(), back)
                        .toUriString();
    }
}
