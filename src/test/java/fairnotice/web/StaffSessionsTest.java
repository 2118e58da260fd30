package fairnotice.web;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Actor;
import fairnotice.access.ApiToken;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.DeactivatingStaffAccount;
import fairnotice.access.IssuedTokens;
import fairnotice.access.IssuingToken;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import fairnotice.change.ChangeState;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/** Sessions as a browser has them: a cookie, and rows that every node reads. */
class StaffSessionsTest extends PageHouse {

    private static final String PASSWORD = "{noop}correct horse";

    @Autowired
    private CreatingStaffAccount hiring;

    @Autowired
    private DeactivatingStaffAccount dismissing;

    @Autowired
    private IssuingToken issuing;

    @Autowired
    private FlashMapManager flashes;

    @Autowired
    private JdbcClient jdbc;

    private final String who = "s" + UUID.randomUUID();

    @BeforeEach
    void hired() {
        hire(PASSWORD, Role.LEGAL);
    }

    private void hire(String password, Role... roles) {
        hiring.hire(new Staff(who, "Sam", "sam@staff.example", Set.of(roles)), password, Actor.SYSTEM);
    }

    @Test
    void whoever_is_dismissed_does_nothing_more_with_an_open_session() throws Exception {
        String change = proposed("Dismissal");
        Cookie session = signedIn();
        inbox(session).andExpect(status().isOk());

        dismissing.dismiss(who, Actor.SYSTEM);

        pages.perform(post("/changes/" + change + "/tasks/" + task(change).id())
                        .cookie(session)
                        .with(csrf())
                        .param("outcome", "approve"))
                .andExpect(redirectedUrl("/login?over"));
        assertThat(task(change)).isNotNull();
        assertThat(sessions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update staff set disabled = true where username = :who",
                "update staff set roles = '{AUDITOR}' where username = :who",
                "insert into staff_role_register values (:who, 'ADMIN', 'opsticket')",
                "update staff set password_hash = '{noop}another' where username = :who",
                "delete from staff where username = :who",
                "update spring_session set last_access_time = last_access_time - 7201000 where principal_name = :who",
                "delete from spring_session where principal_name = :who",
            })
    void a_session_ends_with_what_it_was_opened_for_whoever_changed_it(String statement) throws Exception {
        Cookie session = signedIn();
        inbox(session).andExpect(status().isOk());

        jdbc.sql(statement).param("who", who).update();

        inbox(session).andExpect(redirectedUrl("/login?over"));
    }

    @Test
    void a_name_or_an_address_may_change_while_somebody_is_signed_in() throws Exception {
        Map<Role, Scope> held = Map.of(Role.LEGAL, Scope.of("opsticket", "securicom"), Role.FINANCE, Scope.ALL);
        hiring.hire(new Staff(who, "Sam", "sam@staff.example", held), PASSWORD, Actor.SYSTEM);
        Cookie session = signedIn();

        hiring.hire(new Staff(who, "Samuel", "sam@new.example", held), PASSWORD, Actor.SYSTEM);

        inbox(session).andExpect(status().isOk());
    }

    @Test
    void a_register_that_is_taken_away_is_gone_with_the_next_request() throws Exception {
        hiring.hire(holding("opsticket", "securicom"), PASSWORD, Actor.SYSTEM);
        Cookie before = signedIn();
        pages.perform(get("/registers/opsticket").cookie(before)).andExpect(status().isOk());

        hiring.hire(holding("securicom"), PASSWORD, Actor.SYSTEM);

        pages.perform(get("/registers/opsticket").cookie(before)).andExpect(redirectedUrl("/login?over"));
        pages.perform(get("/registers/opsticket").cookie(signedIn())).andExpect(status().isNotFound());
    }

    private Staff holding(String... registers) {
        return new Staff(who, "Sam", "sam@staff.example", Map.of(Role.LEGAL, Scope.of(registers)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\xaced00057372", "\\x", "\\x6c6567616c", "\\x6c6567616c2039393939393939393939203120"})
    void what_another_version_wrote_in_a_session_signs_out(String bytes) throws Exception {
        Cookie session = signedIn();

        jdbc.sql("""
                update spring_session_attributes set attribute_bytes = cast(:bytes as bytea)
                where session_primary_id in (select primary_id from spring_session where principal_name = :who)
                """).param("bytes", bytes).param("who", who).update();

        inbox(session).andExpect(redirectedUrl("/login?over"));
        assertThat(sessions()).isZero();
    }

    @Test
    void after_twelve_hours_even_a_busy_session_ends() throws Exception {
        Cookie session = signedIn();
        writeSince(Instant.now().minus(Duration.ofHours(12)).plusSeconds(60));
        inbox(session).andExpect(status().isOk());

        writeSince(Instant.now().minus(Duration.ofHours(12)).minusSeconds(1));

        inbox(session).andExpect(redirectedUrl("/login?over"));
    }

    private void writeSince(Instant since) {
        int epoch = jdbc.sql("select epoch from staff where username = :who")
                .param("who", who)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                update spring_session_attributes set attribute_bytes = convert_to(:text, 'UTF8')
                where attribute_name = 'fairnotice.account'
                  and session_primary_id in (select primary_id from spring_session where principal_name = :who)
                """)
                .param("text", who + " " + epoch + " " + since.toEpochMilli())
                .param("who", who)
                .update();
    }

    @Test
    void an_account_has_ten_sessions_and_the_oldest_ends() throws Exception {
        Cookie oldest = signedIn();
        Cookie second = signedIn();
        for (int n = 0; n < 9; n++) {
            signedIn();
        }

        assertThat(sessions()).isEqualTo(10);
        inbox(oldest).andExpect(redirectedUrl("/login?over"));
        inbox(second).andExpect(status().isOk());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void signing_out_ends_the_session_on_every_node(Role role) throws Exception {
        hire(PASSWORD, role);
        Cookie session = signedIn();

        pages.perform(post("/logout").cookie(session).with(csrf())).andExpect(redirectedUrl("/login?out"));

        assertThat(sessions()).isZero();
    }

    @Test
    void a_session_is_written_down_as_used_once_a_minute() throws Exception {
        Cookie session = signedIn();
        long before = lastAccess();
        inbox(session).andExpect(status().isOk());
        assertThat(lastAccess()).isEqualTo(before);

        jdbc.sql("update spring_session set last_access_time = last_access_time - 61000 where principal_name = :who")
                .param("who", who)
                .update();
        inbox(session).andExpect(status().isOk());
        assertThat(lastAccess()).isGreaterThanOrEqualTo(before);
    }

    private long lastAccess() {
        return jdbc.sql("select last_access_time from spring_session where principal_name = :who")
                .param("who", who)
                .query(Long.class)
                .single();
    }

    @Test
    void a_token_of_an_account_that_was_closed_stays_revoked_however_it_was_closed() {
        ApiToken token = IssuedTokens.issue(issuing, who);

        jdbc.sql("update staff set disabled = true where username = :who")
                .param("who", who)
                .update();
        jdbc.sql("update staff set disabled = false where username = :who")
                .param("who", who)
                .update();

        assertThat(jdbc.sql("select revoked_at is not null from api_token where digest = :digest")
                        .param("digest", token.digest())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inbox?n=1", "/nope", "/r/opsticket", "/r/nope", "/login", "/login/kept", "/n/nobody"})
    void no_visit_of_a_stranger_leaves_a_session(String address) throws Exception {
        long before = allSessions();
        MvcResult answer = pages.perform(get(address)).andReturn();

        assertThat(answer.getResponse().getCookie("SESSION")).isNull();
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(allSessions()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAA",
                "AA",
                "AAAAAA==",
                "AA==",
                "",
                "%%%",
                "MGY4ZmFkNWItZDljYi00NjlmLWExNjUtNzA4Njc3Mjg5NTAA",
                "MGY4ZmFkNWItZDljYi00NjlmLWExNjUtNzA4Njc3Mjg5NTBlAA=="
            })
    void what_is_no_session_s_id_is_no_session(String cookie) throws Exception {
        for (String address : new String[] {"/r/opsticket", "/login", "/actuator/health"}) {
            pages.perform(get(address).cookie(new Cookie("SESSION", cookie))).andExpect(status().isOk());
        }
        pages.perform(get("/inbox").cookie(new Cookie("SESSION", cookie))).andExpect(redirectedUrl("/login"));
    }

    /** {@code fairnotice-asked}, {@code fairnotice-said}, {@code fairnotice-device} and {@code XSRF-TOKEN}. */
    @ParameterizedTest
    @ValueSource(strings = {"fairnotice-asked", "fairnotice-said", "fairnotice-device", "XSRF-TOKEN", "__Host-SESSION"})
    void no_other_cookie_of_nothing_is_an_error(String name) throws Exception {
        for (String value : new String[] {"AAAA", "AA==", "", "%00", "\u0000"}) {
            Cookie cookie = new Cookie(name, value);
            pages.perform(get("/r/opsticket").cookie(cookie)).andExpect(status().isOk());
            pages.perform(get("/login").cookie(cookie)).andExpect(status().isOk());
            int in = pages.perform(post("/login")
                            .cookie(cookie)
                            .with(csrf())
                            .param("username", who)
                            .param("password", "wrong"))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(in).isIn(302, 403);
        }
    }

    @Test
    void a_name_of_nothing_is_nobody_s() throws Exception {
        for (String name : new String[] {"\u0000", "a\u0000b", who + "\u0000"}) {
            String basic = Base64.getEncoder().encodeToString((name + ":x").getBytes(StandardCharsets.UTF_8));
            pages.perform(get("/api/v1/tasks").header("Authorization", "Basic " + basic))
                    .andExpect(status().isUnauthorized());
        }
    }

    @Test
    void a_form_s_token_is_of_its_session_alone() throws Exception {
        String change = proposed("Tokens");
        Cookie session = signedIn();
        String another =
                FormToken.masked(SecurityFormTokens.of(UUID.randomUUID().toString()));
        String visitor = UUID.randomUUID().toString();

        withdrawing(change, session, FormToken.masked(visitor), new Cookie("XSRF-TOKEN", visitor))
                .andExpect(status().isForbidden());
        withdrawing(change, session, another).andExpect(status().isForbidden());
        assertThat(task(change)).isNotNull();

        pages.perform(withdrawal(change).cookie(session).with(csrf())).andExpect(status().isFound());
        assertThat(changes.getByReference(change).state()).isEqualTo(ChangeState.WITHDRAWN);
    }

    private ResultActions withdrawing(String change, Cookie session, String token, Cookie... more) throws Exception {
        var request = withdrawal(change).cookie(session).param("_csrf", token);
        return pages.perform(more.length == 0 ? request : request.cookie(more));
    }

    private static MockHttpServletRequestBuilder withdrawal(String change) {
        return post("/changes/" + change + "/withdrawal").param("reason", "Forged");
    }

    @Test
    void what_a_page_of_another_site_sends_is_refused_whatever_token_it_has() throws Exception {
        String change = proposed("Origins");
        Cookie session = signedIn();

        for (String[] from : new String[][] {
            {"Origin", "https://evil.example"},
            {"Origin", "http://localhost:9999"},
            {"Origin", "file://"},
            {"Origin", "x y"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        }) {
            pages.perform(withdrawal(change).cookie(session).with(csrf()).header(from[0], from[1]))
                    .andExpect(status().isForbidden());
            pages.perform(post("/r/opsticket/subscribe")
                            .with(csrf())
                            .param("email", "a@example.org")
                            .header(from[0], from[1]))
                    .andExpect(status().isForbidden());
        }
        assertThat(task(change)).isNotNull();

        for (String[] from : new String[][] {
            {"Origin", "http://localhost"},
            {"Origin", "null"},
            {"Sec-Fetch-Site", "same-origin"},
            {"Sec-Fetch-Site", "none"}
        }) {
            pages.perform(post("/changes/" + change + "/withdrawal")
                            .param("reason", "")
                            .cookie(session)
                            .with(csrf())
                            .header(from[0], from[1]))
                    .andExpect(result ->
                            assertThat(result.getResponse().getStatus()).isNotEqualTo(403));
        }
    }

    @Test
    void over_https_no_neighbour_of_this_host_can_set_the_cookies() throws Exception {
        MvcResult page = pages.perform(get("/login").secure(true)).andReturn();
        Cookie token = page.getResponse().getCookie("__Host-XSRF-TOKEN");
        String fixed = UUID.randomUUID().toString();

        assertThat(token.getSecure()).isTrue();
        assertThat(token.getPath()).isEqualTo("/");
        assertThat(token.getDomain()).isNull();
        pages.perform(login().secure(true)
                        .cookie(new Cookie("XSRF-TOKEN", fixed))
                        .param("_csrf", FormToken.masked(fixed)))
                .andExpect(status().isForbidden());
        MockHttpServletResponse in = pages.perform(
                        login().secure(true).cookie(token).param("_csrf", FormToken.masked(token.getValue())))
                .andExpect(redirectedUrl("/inbox"))
                .andReturn()
                .getResponse();
        assertThat(in.getCookies()).allSatisfy(cookie -> {
            assertThat(cookie.getName()).startsWith("__Host-");
            assertThat(cookie.getSecure()).isTrue();
            assertThat(cookie.getPath()).isEqualTo("/");
        });
        assertThat(in.getCookie("__Host-fairnotice-device")).isNotNull();
        Cookie session = in.getCookie("__Host-SESSION");
        assertThat(session.getSecure()).isTrue();
        assertThat(session.getPath()).isEqualTo("/");
        pages.perform(get("/inbox").secure(true).cookie(session)).andExpect(status().isOk());
        pages.perform(get("/inbox").secure(true).cookie(new Cookie("SESSION", session.getValue())))
                .andExpect(redirectedUrl("/login"));
    }

    private MockHttpServletRequestBuilder login() {
        return post("/login").param("username", who).param("password", "correct horse");
    }

    @Test
    void the_page_that_was_asked_for_opens_after_signing_in_and_is_kept_by_the_browser() throws Exception {
        Cookie asked = pages.perform(get("/changes").queryParam("state", "all"))
                .andExpect(redirectedUrl("/login"))
                .andReturn()
                .getResponse()
                .getCookie("fairnotice-asked");
        assertThat(asked.isHttpOnly()).isTrue();

        MvcResult in =
                signIn(asked).andExpect(redirectedUrl("/changes?state=all")).andReturn();
        assertThat(in.getResponse().getCookie("fairnotice-asked").getMaxAge()).isZero();

        for (String forged : new String[] {"", "x", asked.getValue() + "A", "L2V2aWw"}) {
            signIn(new Cookie("fairnotice-asked", forged)).andExpect(redirectedUrl("/inbox"));
        }
    }

    @Test
    void what_a_page_says_after_a_redirect_is_kept_by_the_browser_and_said_once() {
        MockHttpServletRequest sent = new MockHttpServletRequest("POST", "/n/link/acknowledge");
        MockHttpServletResponse redirect = new MockHttpServletResponse();
        FlashMap said = new FlashMap();
        said.put("done", "portal.done.acknowledged");
        said.put("again", true);
        said.setTargetRequestPath("/n/link");
        flashes.saveOutputFlashMap(said, sent, redirect);
        Cookie kept = redirect.getCookie("fairnotice-said");

        assertThat(sent.getSession(false)).isNull();
        assertThat(said("/n/other", kept, new MockHttpServletResponse())).isEmpty();
        MockHttpServletResponse shown = new MockHttpServletResponse();
        assertThat(said("/n/link", kept, shown)).isEqualTo(Map.of("done", "portal.done.acknowledged", "again", true));
        assertThat(shown.getCookie("fairnotice-said").getMaxAge()).isZero();
        Cookie altered = new Cookie("fairnotice-said", "B" + kept.getValue().substring(1));
        assertThat(said("/n/link", altered, new MockHttpServletResponse())).isEmpty();
    }

    private Map<String, Object> said(String path, Cookie cookie, MockHttpServletResponse response) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setCookies(cookie);
        FlashMap said = flashes.retrieveAndUpdate(request, response);
        return said == null ? Map.of() : Map.copyOf(said);
    }

    @Test
    void what_was_typed_when_the_session_ended_waits_in_the_new_one() throws Exception {
        Cookie session = pages.perform(post("/login")
                        .with(csrf())
                        .param("username", who)
                        .param("password", "correct horse")
                        .param("kept-address", "/objections/OBJ-1/tasks/7")
                        .param("kept:comment", "Their grounds hold – “all” of them"))
                .andExpect(redirectedUrl("/login/kept"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");

        for (int reload = 0; reload < 2; reload++) {
            pages.perform(get("/login/kept").cookie(session))
                    .andExpect(says("Their grounds hold – “all” of them</dd>"));
        }
    }

    private Cookie signedIn() throws Exception {
        return signIn().andExpect(redirectedUrl("/inbox"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");
    }

    private ResultActions signIn(Cookie... cookies) throws Exception {
        var request = post("/login").with(csrf()).param("username", who).param("password", "correct horse");
        return pages.perform(cookies.length == 0 ? request : request.cookie(cookies));
    }

    private ResultActions inbox(Cookie session) throws Exception {
        return pages.perform(get("/inbox").cookie(session));
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session where principal_name = :who")
                .param("who", who)
                .query(Long.class)
                .single();
    }

    private long allSessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }
}
