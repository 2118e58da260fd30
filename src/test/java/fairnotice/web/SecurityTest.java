package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Actor;
import fairnotice.access.ApiToken;
import fairnotice.access.DismissingStaff;
import fairnotice.access.HiringStaff;
import fairnotice.access.IssuingToken;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import jakarta.servlet.http.Cookie;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SpringBootTest(classes = SecuritySlice.class, properties = "fairnotice.demo=false")
@AutoConfigureMockMvc
class SecurityTest {

    @Autowired
    MockMvc web;

    @Autowired
    DismissingStaff dismissing;

    @Autowired
    IssuingToken issuing;

    @BeforeAll
    static void hire(@Autowired HiringStaff hiring, @Autowired PasswordEncoder encoder) {
        String password = encoder.encode("correct horse");
        for (String username : new String[] {"legal", "leaver"}) {
            hiring.hire(new Staff(username, "Lea", "lea@example.com", Set.of(Role.LEGAL)), password, Actor.SYSTEM);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/r/opsticket",
                "/r/opsticket/changes/OPSTICKET-2026-0001",
                "/n/token",
                "/subscriptions/token",
                "/actuator/health",
                "/actuator/health/readiness",
                "/login",
                "/api/v1/registers/opsticket"
            })
    void the_public_needs_no_log_in(String address) throws Exception {
        web.perform(get(address)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inbox", "/changes", "/customers", "/ledger", "/mailbox", "/actuator/env", "/anything"})
    void whatever_is_not_public_leads_to_the_log_in(String address) throws Exception {
        web.perform(get(address).accept(MediaType.TEXT_HTML))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", endsWith("/login")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tasks",
                "/api/v1/registers",
                "/api/v1/registers/opsticket/customers",
                "/api/v1/demo/mailbox"
            })
    void a_machine_without_a_token_is_told_how_to_come_in(String address) throws Exception {
        web.perform(get(address))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer realm=\"Fairnotice\""))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:fairnotice:problem:unauthenticated"))
                .andExpect(jsonPath("$.detail").value("Send a bearer token with this request."));
    }

    @Test
    void staff_log_in_without_javascript_and_come_to_the_inbox() throws Exception {
        Form form = form();

        MvcResult in = web.perform(form.logIn("legal", "correct horse"))
                .andExpect(redirectedUrl("/inbox"))
                .andReturn();

        MockHttpSession session = (MockHttpSession) in.getRequest().getSession();
        web.perform(get("/whoami").session(session)).andExpect(content().string("legal[LEGAL]"));
    }

    @Test
    void a_wrong_password_and_a_forged_form_are_refused() throws Exception {
        web.perform(form().logIn("legal", "wrong")).andExpect(redirectedUrl("/login?error"));
        web.perform(form().logIn("nobody", "wrong")).andExpect(redirectedUrl("/login?error"));
        web.perform(post("/login").param("username", "legal").param("password", "correct horse"))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_eleventh_attempt_is_told_to_wait_even_with_the_right_password() throws Exception {
        RequestPostProcessor there = request -> {
            request.setRemoteAddr("192.0.2.77");
            return request;
        };
        for (int n = 0; n < 10; n++) {
            web.perform(form().logIn("legal", "wrong").with(there)).andExpect(redirectedUrl("/login?error"));
        }

        web.perform(form().logIn("legal", "correct horse").with(there)).andExpect(redirectedUrl("/login?wait"));
        web.perform(form().logIn("legal", "correct horse")).andExpect(redirectedUrl("/inbox"));
        assertThat(web.perform(get("/login?wait")).andReturn().getResponse().getContentAsString())
                .contains("Too many wrong passwords. Try again in five minutes.");
    }

    @Test
    void the_dismissed_do_not_come_in() throws Exception {
        web.perform(form().logIn("leaver", "correct horse")).andExpect(redirectedUrl("/inbox"));

        dismissing.dismiss("leaver", Actor.SYSTEM);

        web.perform(form().logIn("leaver", "correct horse")).andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void an_auditor_reads_and_changes_nothing() throws Exception {
        RequestPostProcessor auditor = user("auditor").roles("AUDITOR");

        web.perform(get("/ledger").with(auditor)).andExpect(status().isOk());
        web.perform(get("/changes").with(auditor)).andExpect(status().isOk());
        web.perform(form().post("/changes").with(auditor)).andExpect(status().isForbidden());
        web.perform(get("/api/v1/tasks").with(auditor)).andExpect(status().isOk());
        web.perform(post("/api/v1/tasks/1/complete").with(auditor))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:fairnotice:problem:forbidden"));
    }

    @Test
    void the_ledger_is_for_auditors_and_administrators() throws Exception {
        web.perform(get("/ledger").with(user("legal").roles("LEGAL"))).andExpect(status().isForbidden());
        web.perform(get("/ledger").with(user("admin").roles("ADMIN"))).andExpect(status().isOk());
    }

    @Test
    void a_form_needs_its_token_and_one_click_leaving_does_not() throws Exception {
        web.perform(post("/n/token/objection")).andExpect(status().isForbidden());
        web.perform(form().post("/n/token/objection")).andExpect(status().isOk());
        web.perform(post("/r/opsticket/subscribe")).andExpect(status().isForbidden());
        web.perform(post("/subscriptions/token").param("List-Unsubscribe", "One-Click"))
                .andExpect(status().isOk());
    }

    @Test
    void a_visitor_gets_no_session() throws Exception {
        assertThat(web.perform(get("/login")).andReturn().getRequest().getSession(false))
                .isNull();
    }

    @Test
    void a_token_acts_for_its_owner_without_session_or_form_token() throws Exception {
        String bearer = "Bearer " + issuing.issue("legal", Actor.SYSTEM).text();

        MvcResult answer = web.perform(post("/api/v1/whoami").header("Authorization", bearer))
                .andExpect(content().string("legal[LEGAL]"))
                .andReturn();

        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer.getResponse().getCookies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer fn_x", "Bearer ", "bearer \u00e9", "Bearer fn_x fn_y"})
    void an_unknown_token_is_refused_everywhere(String shown) throws Exception {
        for (String address : new String[] {"/api/v1/whoami", "/api/v1/registers/opsticket"}) {
            web.perform(get(address).header("Authorization", shown))
                    .andExpect(status().isUnauthorized())
                    .andExpect(header().string(
                                    "WWW-Authenticate", "Bearer realm=\"Fairnotice\", error=\"invalid_token\""));
        }
    }

    @Test
    void a_token_opens_no_pages_and_a_password_no_api() throws Exception {
        ApiToken token = issuing.issue("legal", Actor.SYSTEM);

        web.perform(get("/inbox").header("Authorization", "Bearer " + token.text()))
                .andExpect(status().isFound());
        web.perform(get("/api/v1/whoami").with(httpBasic("legal", "correct horse")))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void whoever_is_not_logged_in_is_no_actor() throws Exception {
        web.perform(get("/r/whoami")).andExpect(status().isFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/n/token", "/subscriptions/token", "/login", "/api/v1/registers/opsticket"})
    void no_page_runs_foreign_code_is_framed_or_tells_its_address(String address) throws Exception {
        web.perform(get(address))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(
                                        containsString("default-src 'self';"),
                                        containsString("frame-ancestors 'none'"),
                                        not(containsString("unsafe")))));
    }

    /** What a browser has after it opened the log-in page: a cookie and a hidden field. */
    private Form form() throws Exception {
        MvcResult page = web.perform(get("/login")).andExpect(status().isOk()).andReturn();
        Matcher hidden = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(page.getResponse().getContentAsString());
        assertThat(hidden.find()).isTrue();
        return new Form(page.getResponse().getCookie("XSRF-TOKEN"), hidden.group(1));
    }

    private record Form(Cookie cookie, String csrf) {

        MockHttpServletRequestBuilder post(String address) {
            return MockMvcRequestBuilders.post(address).cookie(cookie).param("_csrf", csrf);
        }

        MockHttpServletRequestBuilder logIn(String username, String password) {
            return post("/login").param("username", username).param("password", password);
        }
    }
}
