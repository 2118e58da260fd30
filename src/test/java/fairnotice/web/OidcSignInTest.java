package fairnotice.web;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Actor;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.DeactivatingStaffAccount;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

/** Signing in with a provider that runs, as a browser does it: from the button to the provider and back. */
@SpringBootTest(
        classes = SecuritySlice.class,
        properties = {
            "fairnotice.demo=false",
            "fairnotice.sign-in.second-factor=everybody",
            "fairnotice.sign-in.oidc.client-id=fairnotice",
            "fairnotice.sign-in.oidc.client-secret=" + OidcProvider.SECRET,
            "fairnotice.sign-in.oidc.name=Directory",
            "fairnotice.sign-in.oidc.groups=ops=LEGAL@opsticket;it=ADMIN;money=FINANCE"
        })
@AutoConfigureMockMvc
class OidcSignInTest {

    /** By its address, since the provider leads to no name that may be made another machine's (RFC 8252, section 8.3). */
    private static final URI ASK = URI.create("http://127.0.0.1/oauth2/authorization/provider");

    private static final ConfigurableApplicationContext PROVIDER = OidcProvider.start();

    @Autowired
    private MockMvc web;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private CreatingStaffAccount hiring;

    @Autowired
    private DeactivatingStaffAccount deactivating;

    @Autowired
    private PasswordEncoder passwords;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("fairnotice.sign-in.oidc.issuer", () -> OidcProvider.issuer(PROVIDER));
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void groups_say_at_each_sign_in_what_somebody_may() throws Exception {
        web.perform(get("/login")).andExpect(says("Sign in with Directory", "/login/provider"));
        web.perform(get("/login/provider")).andExpect(redirectedUrl("/oauth2/authorization/provider"));
        Map<String, Object> ann = Map.of("preferred_username", "Ann.Lee@corp.example", "name", "Ann Lee");

        MockHttpSession first = signedIn("ann", said(ann, "ops", "of no matter"));
        web.perform(get("/whoami").session(first)).andExpect(content().string("ann.lee[LEGAL]"));
        assertThat(directory.findByUsername("ann.lee").orElseThrow().actor().holdsForAll(Role.LEGAL))
                .isFalse();

        MockHttpSession second = signedIn("ann", said(ann, "it", "money"));
        web.perform(get("/whoami").session(second)).andExpect(content().string("ann.lee[FINANCE, ADMIN]"));
        web.perform(get("/whoami").session(first)).andExpect(status().isFound());
        signIn("ann", said(ann)).andExpect(status().isForbidden());
        assertThat(directory.findByUsername("ann.lee").orElseThrow().roles())
                .as("who is refused changes nothing")
                .containsExactlyInAnyOrder(Role.FINANCE, Role.ADMIN);
    }

    @Test
    void whoever_cannot_be_let_in_reads_why() throws Exception {
        signIn("bea", Map.of("preferred_username", "bea"))
                .andExpect(status().isForbidden())
                .andExpect(says("The provider does not say which groups you are in."));
        signIn("bea", said(Map.of("preferred_username", "bea"), "gardeners"))
                .andExpect(status().isForbidden())
                .andExpect(says("None of your groups at the provider gives you a role here."));
        signIn("bea", said(Map.of("preferred_username", " "), "ops"))
                .andExpect(says("The provider says no user name of yours"));
        assertThat(directory.findByUsername("bea")).isEmpty();
        hire("taken", "taken@staff.example");
        signIn("other", said(Map.of("preferred_username", "taken"), "ops"))
                .andExpect(says("There is an account with your user name taken already"));

        signedIn("bea", said(Map.of("preferred_username", "bea"), "ops"));
        deactivating.dismiss("bea", Actor.SYSTEM);
        signIn("bea", said(Map.of("preferred_username", "bea"), "ops"))
                .andExpect(status().isForbidden())
                .andExpect(says("Your account here is deactivated."));
    }

    @Test
    void an_account_that_was_prepared_is_theirs_by_a_verified_address_alone() throws Exception {
        hire("prepared", "cleo@corp.example");
        Map<String, Object> unverified =
                Map.of("preferred_username", "mallory", "email", "cleo@corp.example", "email_verified", false);
        Map<String, Object> verified =
                Map.of("preferred_username", "cleo", "email", "Cleo@corp.example", "email_verified", true);

        MockHttpSession mallory = signedIn("mallory", said(unverified, "money"));
        web.perform(get("/whoami").session(mallory)).andExpect(content().string("mallory[FINANCE]"));
        MockHttpSession cleo = signedIn("cleo", said(verified, "ops"));
        web.perform(get("/whoami").session(cleo)).andExpect(content().string("prepared[LEGAL]"));

        deactivating.dismiss("prepared", Actor.SYSTEM);
        signIn("again", said(verified, "ops")).andExpect(says("Your account here is deactivated."));
    }

    private void hire(String username, String address) {
        hiring.hire(new Staff(username, "N", address, Set.of(Role.PROPOSER)), "{bcrypt}none", Actor.SYSTEM);
    }

    @Test
    void nobody_is_signed_in_by_an_answer_that_was_not_asked_for() throws Exception {
        MvcResult asked = web.perform(get(ASK)).andReturn();
        Cookie kept = asked.getResponse().getCookie("fairnotice-provider");
        OidcProvider.SAID.put("dan", said(Map.of("preferred_username", "dan"), "ops"));
        URI back = agreed("dan", URI.create(asked.getResponse().getRedirectedUrl()));

        assertThat(asked.getResponse().getRedirectedUrl()).contains("code_challenge_method=S256", "&state=", "&nonce=");
        assertThat(asked.getRequest().getSession(false)).as("of a visitor").isNull();
        web.perform(get(back)).andExpect(redirectedUrl("/login?provider-failed"));
        web.perform(get(URI.create(back + "x")).cookie(kept)).andExpect(redirectedUrl("/login?provider-failed"));
        web.perform(get(back).cookie(new Cookie("fairnotice-provider", "forged")))
                .andExpect(redirectedUrl("/login?provider-failed"));
        web.perform(get("/login?provider-failed")).andExpect(says("did not work or took too long"));
        assertThat(directory.findByUsername("dan")).isEmpty();
    }

    @Test
    void signing_out_here_offers_to_sign_out_there() throws Exception {
        MockHttpSession session = signedIn("eva", said(Map.of("preferred_username", "eva"), "ops"));

        Cookie kept = web.perform(post("/logout").session(session).with(csrf()))
                .andExpect(redirectedUrl("/login?out"))
                .andReturn()
                .getResponse()
                .getCookie("fairnotice-signed-out");

        web.perform(get("/login?out").cookie(kept)).andExpect(says("You are signed out.", "Sign out of Directory too"));
        web.perform(get("/login?out")).andExpect(saysNot("Sign out of Directory too"));
        String there = web.perform(
                        get(URI.create("http://127.0.0.1/login/provider/out")).cookie(kept))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there)
                .startsWith(OidcProvider.issuer(PROVIDER))
                .contains("id_token_hint=", "post_logout_redirect_uri=");
        HttpResponse<String> answer = send("eva", URI.create(there));
        assertThat(answer.headers().firstValue("Location")).contains("http://127.0.0.1/login?out");
    }

    /** The provider answers for its own, and for nobody who signs in with a password in the same browser. */
    @Test
    void whoever_has_to_have_a_second_factor_and_has_none_holds_no_role_before_it_is_set_up() throws Exception {
        hiring.hire(
                new Staff("fay", "Fay", "fay@staff.example", Set.of(Role.LEGAL)),
                passwords.encode("pass"),
                Actor.SYSTEM);

        MockHttpSession gil = signedIn("gil", said(Map.of("preferred_username", "gil"), "ops"));

        MockHttpSession fay = (MockHttpSession) web.perform(post("/login")
                        .session(gil)
                        .with(csrf())
                        .param("username", "fay")
                        .param("password", "pass"))
                .andExpect(redirectedUrl("/inbox"))
                .andReturn()
                .getRequest()
                .getSession(false);

        web.perform(get("/whoami").session(fay)).andExpect(redirectedUrl("/account/second-factor/new"));
        web.perform(get("/account/tokens").session(fay)).andExpect(redirectedUrl("/account/second-factor/new"));
        web.perform(post("/changes").session(fay).with(csrf())).andExpect(redirectedUrl("/account/second-factor/new"));
        web.perform(get("/account/second-factor/new").session(fay))
                .andExpect(content().string("come in"));
        web.perform(get("/r/whoami").session(fay)).andExpect(content().string("fay[]"));
    }

    @Test
    void a_provider_that_is_away_stops_nothing_and_is_asked_again() {
        SecurityOidcProvider away = new SecurityOidcProvider(new SecurityOidcSettings(
                "http://localhost:1", "id", "secret", "Away", Set.of("openid"), "groups", "ops=LEGAL"));

        assertThat(away.registration()).isEmpty();
        assertThat(away.signOut()).isEmpty();
        assertThat(away.findByRegistrationId("another")).isNull();
    }

    private static Map<String, Object> said(Map<String, Object> claims, String... groups) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("groups", List.of(groups));
        return all;
    }

    private MockHttpSession signedIn(String name, Map<String, Object> says) throws Exception {
        return (MockHttpSession) signIn(name, says)
                .andExpect(redirectedUrl("/inbox"))
                .andReturn()
                .getRequest()
                .getSession(false);
    }

    private ResultActions signIn(String name, Map<String, Object> says) throws Exception {
        OidcProvider.SAID.put(name, says);
        MvcResult asked = web.perform(get(ASK)).andReturn();
        URI back = agreed(name, URI.create(asked.getResponse().getRedirectedUrl()));
        return web.perform(get(back).cookie(asked.getResponse().getCookie("fairnotice-provider")));
    }

    /** Where the provider sends the browser back to. */
    private static URI agreed(String name, URI there) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(name, there);
        assertThat(answer.headers().firstValue("Location"))
                .as(answer + answer.body())
                .isPresent();
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** In a browser of their own, in which they have signed in there. */
    private static HttpResponse<String> send(String name, URI there) throws IOException, InterruptedException {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String basic = Base64.getEncoder().encodeToString((name + ":x").getBytes(StandardCharsets.UTF_8));
        URI door = URI.create(OidcProvider.issuer(PROVIDER) + "/");
        browser.send(
                HttpRequest.newBuilder(door)
                        .header("Authorization", "Basic " + basic)
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return browser.send(
                HttpRequest.newBuilder(there).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
