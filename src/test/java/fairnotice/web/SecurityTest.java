package fairnotice.web;

import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fairnotice.access.Actor;
import fairnotice.access.ApiToken;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.DeactivatingStaffAccount;
import fairnotice.access.IssuedTokens;
import fairnotice.access.IssuingToken;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Recorded;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockPart;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;

@SpringBootTest(classes = SecuritySlice.class, properties = "fairnotice.demo=false")
@AutoConfigureMockMvc
class SecurityTest {

    @Autowired
    MockMvc web;

    @Autowired
    DeactivatingStaffAccount dismissing;

    @Autowired
    IssuingToken issuing;

    @BeforeAll
    static void hire(@Autowired CreatingStaffAccount hiring, @Autowired PasswordEncoder encoder) {
        String password = encoder.encode("correct horse");
        for (String username : new String[] {"legal", "leaver", "counted"}) {
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
        RequestPostProcessor there = at("192.0.2.77");
        for (int n = 0; n < 10; n++) {
            web.perform(form().logIn("legal", "wrong").with(there)).andExpect(redirectedUrl("/login?error"));
        }

        web.perform(form().logIn("legal", "correct horse").with(there)).andExpect(redirectedUrl("/login?wait"));
        web.perform(form().logIn("legal", "correct horse")).andExpect(redirectedUrl("/inbox"));
        assertThat(web.perform(get("/login?wait")).andReturn().getResponse().getContentAsString())
                .contains("href=\"/login/link\"")
                .contains("Too many wrong passwords were tried for this name or from your network.");
    }

    @Test
    void sixty_passwords_at_once_are_ten_tries() throws Exception {
        Form form = form();
        ExecutorService guessing = Executors.newFixedThreadPool(20);
        try {
            List<Callable<String>> guesses = Stream.generate(() -> (Callable<String>)
                            () -> answer(form.logIn("legal", "wrong").with(at("192.0.2.60"))))
                    .limit(60)
                    .toList();
            Map<String, Integer> answers = new HashMap<>();
            for (Future<String> guess : guessing.invokeAll(guesses)) {
                answers.merge(guess.get(), 1, Integer::sum);
            }
            assertThat(answers).containsOnlyKeys("/login?error", "/login?wait");
            assertThat(answers.get("/login?error"))
                    .as("ten, and one in thirty seconds")
                    .isBetween(10, 12);
        } finally {
            guessing.shutdownNow();
        }
    }

    @Test
    void one_client_tries_thirty_names_and_few_more() throws Exception {
        int checked = 0;
        for (int n = 0; n < 45; n++) {
            String answer = answer(form().logIn("name" + n, "wrong").with(at("2001:db8::" + n)));
            checked += answer.endsWith("?error") ? 1 : 0;
        }
        assertThat(checked).as("thirty, and one in ten seconds").isBetween(30, 36);
        web.perform(form().logIn("legal", "correct horse").with(at("2001:db8:0:1::1")))
                .andExpect(redirectedUrl("/inbox"));
    }

    @Test
    void a_stranger_behind_the_same_address_keeps_nobody_out_who_was_in_before() throws Exception {
        Cookie device = web.perform(form().logIn("legal", "correct horse").with(at("192.0.2.61")))
                .andExpect(cookie().httpOnly("fairnotice-device", true))
                .andReturn()
                .getResponse()
                .getCookie("fairnotice-device");
        for (int n = 0; n < 40; n++) {
            web.perform(form().logIn("legal", "wrong" + n).with(at("192.0.2.61")));
        }

        Form form = form();
        web.perform(form.logIn("legal", "correct horse").with(at("192.0.2.61")))
                .andExpect(redirectedUrl("/login?wait"));
        Cookie forged = new Cookie(device.getName(), device.getValue().replaceFirst("^.{12}", "forgedforged"));
        web.perform(form.logIn("legal", "correct horse")
                        .cookie(form.cookie(), forged)
                        .with(at("192.0.2.61")))
                .andExpect(redirectedUrl("/login?wait"));
        web.perform(form.logIn("legal", "correct horse")
                        .cookie(form.cookie(), device)
                        .with(at("192.0.2.61")))
                .andExpect(redirectedUrl("/inbox"));
        for (int n = 0; n < 10; n++) {
            web.perform(form.logIn("legal", "wrong")
                            .cookie(form.cookie(), device)
                            .with(at("192.0.2.61")))
                    .andExpect(redirectedUrl("/login?error"));
        }
        web.perform(form.logIn("legal", "wrong").cookie(form.cookie(), device).with(at("192.0.2.62")))
                .andExpect(redirectedUrl("/login?wait"));
    }

    @Test
    void unknown_tokens_are_bounded_and_a_known_one_is_heard_all_the_same() throws Exception {
        ApiToken token = IssuedTokens.issue(issuing, "legal");
        for (int n = 0; n < 30; n++) {
            web.perform(get("/api/v1/whoami")
                            .header("Authorization", "Bearer fn_guess" + n)
                            .with(at("192.0.2.63")))
                    .andExpect(status().isUnauthorized());
        }
        web.perform(get("/api/v1/whoami")
                        .header("Authorization", "Bearer fn_guess")
                        .with(at("192.0.2.63")))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
        web.perform(get("/api/v1/whoami")
                        .header("Authorization", "Bearer " + token.text())
                        .with(at("192.0.2.63")))
                .andExpect(status().isOk());
    }

    @Test
    void the_security_log_tells_who_came_in_who_did_not_and_who_was_refused(@Autowired Ledger ledger) throws Exception {
        ApiToken token = IssuedTokens.issue(issuing, "legal");
        List<String> lines = logged(() -> {
            web.perform(form().logIn("legal", "correct horse").with(at("192.0.2.70")));
            web.perform(form().logIn("legal", "wrong").with(at("192.0.2.70")));
            web.perform(form().logIn("my-own-password", "wrong").with(at("192.0.2.70")));
            web.perform(form().logIn("x\r\nevent=sign-in outcome=DONE", "wrong").with(at("192.0.2.70")));
            for (int n = 0; n < 2; n++) {
                web.perform(get("/api/v1/whoami").header("Authorization", "Bearer " + token.text()));
                web.perform(get("/api/v1/whoami").header("Authorization", "Bearer fn_unknown" + n));
            }
            web.perform(post("/n/" + "TgABAAAAAAAAABsAAAAAAAAAFQAAAABM-VClcJuHNEAcbAHtehb_" + "/reply"));
            web.perform(get("/ledger").with(user("finance").roles("FINANCE")));
        });

        assertThat(lines)
                .containsExactly(
                        "event=sign-in outcome=DONE actor=legal client=192.0.2.70",
                        "event=sign-in outcome=REFUSED actor=legal client=192.0.2.70",
                        "event=sign-in outcome=REFUSED actor=unknown client=192.0.2.70",
                        "event=token outcome=DONE actor=legal client=127.0.0.1 page=/api/v1/whoami",
                        "event=token outcome=REFUSED actor=unknown client=127.0.0.1 page=/api/v1/whoami",
                        "event=token outcome=REFUSED actor=unknown client=127.0.0.1 page=/api/v1/whoami",
                        "event=access outcome=REFUSED actor=nobody client=127.0.0.1 method=POST page=/n/\u2026/reply",
                        "event=access outcome=REFUSED actor=finance client=127.0.0.1 method=GET page=/ledger");
        assertThat(ledger.about("STAFF-legal")).extracting(Recorded::kind).contains("staff.signed-in", "token.issued");
    }

    @Test
    void nobody_fills_the_ledger_with_wrong_passwords(@Autowired Ledger ledger) throws Exception {
        List<String> lines = logged(() -> {
            for (int n = 0; n < 25; n++) {
                web.perform(form().logIn("counted", "wrong").with(at("192.0.2.71")));
            }
        });

        assertThat(lines.stream().filter(line -> line.contains("outcome=LIMITED actor=counted")))
                .hasSizeGreaterThan(10);
        assertThat(ledger.about("STAFF-counted").stream().filter(it -> it.kind().equals("staff.locked")))
                .hasSize(1);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static List<String> logged(Work work) throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger("fairnotice.security");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Level before = log.getLevel();
        log.setLevel(Level.INFO); // another test may have quietened all logs of this machine
        log.addAppender(lines);
        try {
            work.run();
        } finally {
            log.detachAppender(lines);
            log.setLevel(before);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private String answer(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse().getRedirectedUrl();
    }

    private static RequestPostProcessor at(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
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
    void a_form_sent_after_the_session_ended_is_kept_through_signing_in() throws Exception {
        String reasons = "Their grounds hold. ".repeat(200) + "</textarea><b>";
        MvcResult asked = web.perform(form().post("/objections/OBJ-1/tasks/7")
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("outcome", "refuse")
                        .param("comment", reasons)
                        .param("code", "8091 1279")
                        .param("newPassword", "hunter2"))
                .andExpect(status().isUnauthorized())
                .andExpect(says(
                        "Your session has ended. Sign in again; what you typed is kept.",
                        "Their grounds hold. &lt;/textarea&gt;&lt;b&gt;"))
                .andExpect(saysNot("<b>", "8091 1279", "hunter2"))
                .andReturn();

        MvcResult wrong = web.perform(signingIn(asked, "wrong"))
                .andExpect(status().isUnauthorized())
                .andExpect(says("The user name or the password is wrong"))
                .andReturn();
        MvcResult in = web.perform(signingIn(wrong, "correct horse"))
                .andExpect(redirectedUrl("/login/kept"))
                .andReturn();

        MockHttpSession session = (MockHttpSession) in.getRequest().getSession();
        MvcResult kept = web.perform(get("/login/kept").session(session))
                .andExpect(status().isOk())
                .andExpect(says("action=\"/objections/OBJ-1/tasks/7\"", "name=\"outcome\" value=\"refuse\""))
                .andReturn();
        assertThat(hidden(kept).get("comment")).isEqualTo(reasons);
        web.perform(get("/login/kept").session(session)).andExpect(status().isOk());
    }

    @Test
    void a_form_whose_cookie_is_gone_comes_back_as_it_was_typed_and_is_sent_with_one_click() throws Exception {
        MvcResult back = web.perform(post("/n/token/objection")
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("step", "check")
                        .param("text", "Not Bonn\n& <3")
                        .param("orders", "A-1")
                        .param("orders", "A-2"))
                .andExpect(status().isForbidden())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(says(
                        "Nothing was sent; what you typed stands below.",
                        "Not Bonn\n&amp; &lt;3</dd>",
                        "A-1</dd>",
                        "A-2</dd>"))
                .andReturn();

        assertThat(hidden(back)).containsEntry("step", "check").containsEntry("text", "Not Bonn\n& <3");
        web.perform(MockMvcRequestBuilders.post("/n/token/objection")
                        .cookie(back.getResponse().getCookie("XSRF-TOKEN"))
                        .param("_csrf", hidden(back).get("_csrf")))
                .andExpect(status().isOk());
    }

    @Test
    void files_are_not_kept_and_the_page_says_so_and_takes_them_again() throws Exception {
        web.perform(multipart("/n/token/reply")
                        .part(new MockPart("attachments", "why.txt", "Because".getBytes(StandardCharsets.UTF_8)))
                        .param("text", "See the file")
                        .header("Sec-Fetch-Site", "same-origin"))
                .andExpect(status().isForbidden())
                .andExpect(says(
                        "See the file</dd>",
                        "The files you chose could not be kept.",
                        "enctype=\"multipart/form-data\"",
                        "type=\"file\" id=\"file-0\" name=\"attachments\""));
    }

    @Test
    void a_form_that_grew_old_while_somebody_else_signed_in_comes_back_too() throws Exception {
        web.perform(post("/changes/new")
                        .header("Sec-Fetch-Site", "same-origin")
                        .with(user("legal").roles("LEGAL"))
                        .param("reason", "Cheaper"))
                .andExpect(status().isForbidden())
                .andExpect(says("Cheaper</dd>"));
        web.perform(post("/changes/new").header("Sec-Fetch-Site", "same-origin").param("reason", "Cheaper"))
                .andExpect(status().isUnauthorized())
                .andExpect(says("Your session has ended", "Cheaper</dd>"));
    }

    @Test
    void an_old_sign_in_form_is_shown_again_and_signing_out_twice_is_no_error() throws Exception {
        web.perform(post("/login")
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("username", "legal")
                        .param("password", "correct horse"))
                .andExpect(status().isForbidden())
                .andExpect(says("This sign-in form had expired."))
                .andExpect(saysNot("correct horse"));
        web.perform(post("/logout").header("Sec-Fetch-Site", "same-origin")).andExpect(redirectedUrl("/login?out"));
    }

    @Test
    void what_another_site_typed_for_the_visitor_never_stands_on_a_page_of_ours() throws Exception {
        for (String site : new String[] {"cross-site", "same-site", "none"}) {
            plainlyRefused(post("/n/token/objection").header("Sec-Fetch-Site", site));
        }
        for (String origin :
                new String[] {"https://evil.example", "null", "http://localhost.evil.example", "http://["}) {
            plainlyRefused(
                    post("/n/token/objection").header("Host", "localhost").header("Origin", origin));
        }
        plainlyRefused(post("/n/token/objection"));
        web.perform(form().post("/changes/new")
                        .header("Sec-Fetch-Site", "cross-site")
                        .param("reason", "Click here"))
                .andExpect(status().isForbidden());
        web.perform(post("/n/token/objection")
                        .header("Host", "localhost")
                        .header("Origin", "http://localhost")
                        .param("text", "My words"))
                .andExpect(says("My words</dd>"));
    }

    private void plainlyRefused(MockHttpServletRequestBuilder request) throws Exception {
        web.perform(request.param("text", "Click here"))
                .andExpect(status().isForbidden())
                .andExpect(saysNot("Click here"));
    }

    @Test
    void nobody_is_led_elsewhere_after_signing_in_and_nothing_boundless_is_carried() throws Exception {
        for (String elsewhere : new String[] {"//evil.example/", "/\\evil.example", "https://evil.example", ""}) {
            web.perform(form().logIn("legal", "correct horse").param("kept-address", elsewhere))
                    .andExpect(redirectedUrl("/inbox"));
        }
        web.perform(post("/n/token/objection")
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("text", "x".repeat(200_001)))
                .andExpect(status().isForbidden())
                .andExpect(content().string(""));
    }

    /** The sign-in form of a page, filled in and sent. */
    private static MockHttpServletRequestBuilder signingIn(MvcResult page, String password) throws Exception {
        Map<String, String> hidden = hidden(page);
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post("/login").param("username", "legal").param("password", password);
        Cookie fresh = page.getResponse().getCookie("XSRF-TOKEN");
        request.cookie(fresh == null ? page.getRequest().getCookies()[0] : fresh);
        hidden.forEach(request::param);
        return request;
    }

    private static Map<String, String> hidden(MvcResult page) throws Exception {
        Map<String, String> fields = new HashMap<>();
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(page.getResponse().getContentAsString())
                .results()
                .forEach(field -> fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2))));
        return fields;
    }

    @Test
    void a_visitor_gets_no_session() throws Exception {
        assertThat(web.perform(get("/login")).andReturn().getRequest().getSession(false))
                .isNull();
    }

    @Test
    void a_token_acts_for_its_owner_without_session_or_form_token() throws Exception {
        String bearer = "Bearer " + IssuedTokens.issue(issuing, "legal").text();

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
        ApiToken token = IssuedTokens.issue(issuing, "legal");

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
