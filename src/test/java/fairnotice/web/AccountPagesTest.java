package fairnotice.web;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Actor;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.KnownDevices;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.access.StaffRequests;
import fairnotice.access.otp.Codes;
import fairnotice.embedded.Mailbox;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What members of staff do about their own account, each test with one of its own. */
class AccountPagesTest extends PageHouse {

    private static final String PASSWORD = "four words and a stone";
    private static final String ANOTHER = "five words and no stone";
    private static final String LINUX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";
    private static final Pattern OFFER = Pattern.compile(
            "(?s)<code class=\"words\">(?<secret>[A-Z2-7]{32})<.*name=\"offer\" value=\"(?<offer>[^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("<code class=\"words\">(fn_[A-Za-z0-9_-]{43})</code>");
    private static final Pattern NUMBER = Pattern.compile("name=\"id\" value=\"(\\d+)\"");
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-7-]{19})</code>");
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"");

    @Autowired
    private CreatingStaffAccount hiring;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private KnownDevices devices;

    @Autowired
    private StaffRequests requests;

    @Autowired
    private JdbcClient jdbc;

    private final String who = "a" + UUID.randomUUID();
    private final String address = who + "@staff.example.com";

    @BeforeEach
    void hired() {
        hire(Role.AUDITOR);
    }

    private void hire(Role role) {
        hiring.hire(new Staff(who, "Ada", address, Set.of(role)), "{noop}" + PASSWORD, Actor.SYSTEM);
    }

    @Test
    void whoever_is_signed_in_elsewhere_sees_it_and_ends_it_and_the_open_page_there_says_so() throws Exception {
        Cookie here = signedIn(LINUX);
        Cookie phone = signedIn(PHONE);
        String page = text(mine(here, get("/account"))
                .andExpect(says(
                        "Firefox on Linux",
                        "Safari on iPhone",
                        "from 127.0.0.1",
                        "this session",
                        "End all other sessions")));
        Matcher ids = ID.matcher(page);
        assertThat(ids.results()).as("this one is not offered").hasSize(1);
        ids.reset().find();

        mine(here, post("/account/sessions/end").param("id", ids.group(1))).andExpect(redirectedUrl("/account"));

        mine(phone, get("/inbox")).andExpect(redirectedUrl("/login?over"));
        open("/login?over").andExpect(says("You are signed out, since your session has ended."));
        pages.perform(post("/r/opsticket/subscribe").cookie(phone)).andExpect(status().isForbidden());
        mine(
                        phone,
                        post("/changes/new")
                                .param("reason", "Typed before")
                                .header("Origin", "http://localhost")
                                .header("Host", "localhost"))
                .andExpect(status().isUnauthorized())
                .andExpect(says("Your session has ended.", "Typed before"));
        mine(here, get("/account")).andExpect(saysNot("Safari on iPhone", "End all other sessions"));
        mine(here, get("/account/sessions/end")).andExpect(redirectedUrl("/account"));
        open("admin", "/ledger?subject=STAFF-" + who).andExpect(says("Sessions of a member of staff were ended."));
    }

    @Test
    void all_other_sessions_end_at_once_and_nobody_ends_those_of_others() throws Exception {
        Cookie here = signedIn(LINUX);
        Cookie phone = signedIn(PHONE);
        Cookie strangers =
                signIn("legal", "demo", LINUX).andReturn().getResponse().getCookie("SESSION");
        String id = id(here);

        mine(strangers, post("/account/sessions/end").param("id", id)).andExpect(redirectedUrl("/account"));
        mine(strangers, post("/staff/accounts/" + who + "/sessions/end").param("id", id))
                .andExpect(status().isForbidden());
        mine(strangers, post("/staff/accounts/" + who + "/sessions/end-all")).andExpect(status().isForbidden());
        mine(phone, get("/account")).andExpect(status().isOk());
        mine(here, post("/account/sessions/end-others")).andExpect(redirectedUrl("/account"));

        mine(phone, get("/account")).andExpect(redirectedUrl("/login?over"));
        mine(here, get("/account")).andExpect(status().isOk());
        mine(strangers, get("/account")).andExpect(status().isOk());
    }

    @Test
    void an_administrator_sees_and_ends_the_sessions_of_a_colleague() throws Exception {
        Cookie here = signedIn(LINUX);
        Cookie phone = signedIn(PHONE);
        open("auditor", "/staff/accounts/" + who).andExpect(saysNot("Firefox on Linux"));
        open("admin", "/staff/accounts/" + who).andExpect(says("Firefox on Linux", "Safari on iPhone"));

        send("admin", "/staff/accounts/" + who + "/sessions/end", "id", id(here))
                .andExpect(redirectedUrl("/staff/accounts/" + who));
        mine(phone, get("/account")).andExpect(redirectedUrl("/login?over"));
        mine(here, get("/account")).andExpect(status().isOk());
        send("admin", "/staff/accounts/" + who + "/sessions/end-all");

        mine(here, get("/account")).andExpect(redirectedUrl("/login?over"));
        open("admin", "/staff/accounts/" + who).andExpect(says("No session is open."));
    }

    /** Of the session that is not the one that asks. */
    private String id(Cookie asking) throws Exception {
        Matcher ids = ID.matcher(text(mine(asking, get("/account"))));
        assertThat(ids.find()).isTrue();
        return ids.group(1);
    }

    @Test
    void another_password_needs_the_one_there_is_and_ends_all_sessions_but_this_one() throws Exception {
        Cookie here = signedIn(LINUX);
        Cookie phone = signedIn(PHONE);
        mine(here, get("/account/password")).andExpect(says("All other sessions of your account end with it"));

        change(here, "wrong", ANOTHER, ANOTHER)
                .andExpect(says("This is not your password."))
                .andExpect(saysNot(ANOTHER));
        change(here, PASSWORD, PASSWORD, PASSWORD).andExpect(says("This is the password that you have."));
        change(here, PASSWORD, "short", "other")
                .andExpect(says("Choose a password of at least 12 characters.", "The two passwords differ."));
        mine(phone, get("/account")).andExpect(status().isOk());
        Cookie now = change(here, PASSWORD, ANOTHER, ANOTHER)
                .andExpect(redirectedUrl("/account"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");

        mine(now, get("/account")).andExpect(status().isOk());
        mine(here, get("/account")).andExpect(redirectedUrl("/login?over"));
        mine(phone, get("/account")).andExpect(redirectedUrl("/login?over"));
        signIn(who, PASSWORD, LINUX).andExpect(redirectedUrl("/login?error"));
        signIn(who, ANOTHER, LINUX).andExpect(redirectedUrl("/inbox"));
        await(() -> mailbox.to(address).size() == 1);
        assertThat(mailbox.to(address).get(0).text())
                .contains("The password of your account " + who + " was changed", "/account");
    }

    @Test
    void whoever_sits_down_at_an_open_session_guesses_ten_times() throws Exception {
        Cookie here = signedIn(LINUX);
        for (int guess = 0; guess < 10; guess++) {
            change(here, "guess", ANOTHER, ANOTHER).andExpect(says("This is not your password."));
        }

        change(here, PASSWORD, ANOTHER, ANOTHER).andExpect(says("Too many wrong passwords."));
        Cookie phone = signedIn(PHONE);
        change(phone, PASSWORD, ANOTHER, ANOTHER).andExpect(redirectedUrl("/account"));
    }

    @Test
    void a_password_alone_is_not_enough_once_an_app_shows_codes() throws Exception {
        Cookie here = signedIn(LINUX);
        Cookie phone = signedIn(PHONE);
        Enrolled app = enrolled(here);
        assertThat(app.codes).hasSize(10).allMatch(code -> code.matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}"));

        mine(phone, get("/account")).andExpect(redirectedUrl("/login?over"));
        mine(app.session, get("/account/second-factor")).andExpect(says("Unused recovery codes", "10"));
        mine(app.session, get("/account/second-factor/new")).andExpect(redirectedUrl("/account/second-factor"));
        pages.perform(get("/api/v1/tasks").with(httpBasic(who, PASSWORD)))
                .andExpect(status().isUnauthorized())
                .andExpect(says("This account has a second factor"));
        Cookie half = signIn(who, PASSWORD, LINUX)
                .andExpect(redirectedUrl("/login/code"))
                .andReturn()
                .getResponse()
                .getCookie("fairnotice-halfway");
        pages.perform(get("/inbox").cookie(half)).andExpect(redirectedUrl("/login"));
        pages.perform(get("/login/code").cookie(half)).andExpect(says("Enter your code"));
        code(half, "000 00").andExpect(status().isUnauthorized()).andExpect(says("This code is wrong."));
        String next = app.codeAfter(1);
        code(half, next.substring(0, 3) + " " + next.substring(3)).andExpect(redirectedUrl("/inbox"));
        code(half, next).andExpect(says("This code was used already."));
        code(half, app.codeAfter(0)).andExpect(says("This code was used already."));
        code(half, app.codeAfter(9)).andExpect(says("This code is wrong."));
        open("admin", "/ledger?subject=STAFF-" + who).andExpect(says("A member of staff set up a second factor."));
    }

    @Test
    void a_recovery_code_signs_in_once_and_its_owner_is_told() throws Exception {
        Enrolled app = enrolled(signedIn(LINUX));
        Cookie half = halfway();

        code(half, app.codes.get(3).toUpperCase(Locale.ROOT).replace("-", " ")).andExpect(redirectedUrl("/inbox"));
        code(half, app.codes.get(3)).andExpect(says("This code is wrong."));

        mine(app.session, get("/account/second-factor")).andExpect(says(">9<"));
        await(() -> mailbox.to(address).stream()
                .anyMatch(mail -> mail.text().contains("A recovery code of your account " + who + " was used")));
        proof(app.session, "codes", PASSWORD, app.codes.get(3)).andExpect(says("This code is wrong."));
        proof(app.session, "codes", "wrong", app.codes.get(4)).andExpect(says("This is not your password."));
        proof(app.session, "codes", PASSWORD, app.codes.get(4)).andExpect(says("Those that you had no longer work."));
        code(half, app.codes.get(5)).andExpect(says("This code is wrong."));
    }

    @Test
    void whoever_has_the_password_guesses_and_does_not_keep_the_owner_out() throws Exception {
        Enrolled app = enrolled(signedIn(LINUX));
        Cookie half = halfway();
        for (int guess = 0; guess < 20; guess++) {
            code(half, "000000");
        }

        code(half, app.codes.get(0)).andExpect(says("Too many wrong codes."));
        Cookie known = new Cookie("fairnotice-device", devices.remember(who));
        pages.perform(post("/login/code").with(csrf()).cookie(half, known).param("code", app.codes.get(0)))
                .andExpect(redirectedUrl("/inbox"));
    }

    @Test
    void without_a_password_of_the_last_minutes_no_code_is_looked_at() throws Exception {
        Enrolled app = enrolled(signedIn(LINUX));
        Cookie half = halfway();
        pages.perform(post("/login/code").with(csrf()).param("code", app.codes.get(0)))
                .andExpect(redirectedUrl("/login?halfway"));
        open("/login?halfway").andExpect(says("Enter it again."));
        open("/login/code").andExpect(redirectedUrl("/login"));
        hire(Role.LEGAL);

        code(half, app.codes.get(0)).andExpect(redirectedUrl("/login?halfway"));
    }

    @Test
    void what_was_typed_before_the_session_ended_is_there_after_the_code() throws Exception {
        hire(Role.LEGAL);
        Enrolled app = enrolled(signedIn(LINUX));

        ResultActions asked = pages.perform(post("/login")
                        .with(csrf())
                        .param("username", who)
                        .param("password", PASSWORD)
                        .param("kept-address", "/changes/new")
                        .param("kept:reason", "Typed before"))
                .andExpect(status().isOk())
                .andExpect(says("Enter your code", "Typed before"));
        Cookie half = asked.andReturn().getResponse().getCookie("fairnotice-halfway");
        pages.perform(post("/login/code")
                        .with(csrf())
                        .cookie(half)
                        .param("code", app.codes.get(0))
                        .param("kept-address", "/changes/new")
                        .param("kept:reason", "Typed before"))
                .andExpect(redirectedUrl("/login/kept"));
    }

    @Test
    void turning_it_off_takes_the_password_and_a_code() throws Exception {
        Enrolled app = enrolled(signedIn(LINUX));
        mine(app.session, get("/account/second-factor/off")).andExpect(says("Your password alone signs you in then."));
        proof(app.session, "off", PASSWORD, "123").andExpect(says("This code is wrong."));
        proof(app.session, "off", "", app.codes.get(0)).andExpect(says("This is not your password."));

        Cookie now = proof(app.session, "off", PASSWORD, app.codes.get(0))
                .andExpect(redirectedUrl("/account/second-factor"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");

        mine(now, get("/account/second-factor")).andExpect(says("Your account has no second factor yet."));
        signIn(who, PASSWORD, LINUX).andExpect(redirectedUrl("/inbox"));
    }

    @Test
    void what_was_offered_to_one_sets_up_nothing_for_another() throws Exception {
        Cookie here = signedIn(LINUX);
        Cookie other = signIn("legal", "demo", LINUX).andReturn().getResponse().getCookie("SESSION");
        Matcher offered = OFFER.matcher(text(mine(other, get("/account/second-factor/new"))));
        assertThat(offered.find()).isTrue();

        setUp(here, offered.group("offer"), Codes.of(offered.group("secret"), 0), PASSWORD)
                .andExpect(says("This is not the code that the app shows for this key."));
        setUp(here, "forged", "123456", PASSWORD).andExpect(says("This is not the code that the app shows"));
        setUp(here, "", "", "").andExpect(says("This is not your password."));
        signIn(who, PASSWORD, LINUX).andExpect(redirectedUrl("/inbox"));
    }

    @Test
    void two_administrators_reset_what_a_colleague_has_lost_and_its_owner_is_told() throws Exception {
        Enrolled app = enrolled(signedIn(LINUX));
        String place = "/staff/accounts/" + who;
        send("legal", place + "/second-factor/reset").andExpect(status().isForbidden());
        open("admin", place).andExpect(says("10 unused recovery codes", "Reset the second factor of Ada"));

        send("admin", place + "/second-factor/reset").andExpect(redirectedUrl(place));

        open("admin", place)
                .andExpect(says("Take back", "to be confirmed"))
                .andExpect(saysNot("Reset the second factor of Ada"));
        mine(app.session, get("/account")).andExpect(status().isOk());
        String id = Long.toString(requests.find(who).orElseThrow().id());
        send("admin", place + "/confirmation", "id", id).andExpect(status().isForbidden());
        pages.perform(post(place + "/confirmation")
                        .with(csrf())
                        .with(user("operations").roles("ADMIN"))
                        .param("id", id))
                .andExpect(redirectedUrl("/staff"));
        mine(app.session, get("/account")).andExpect(redirectedUrl("/login?over"));
        signIn(who, PASSWORD, LINUX).andExpect(redirectedUrl("/inbox"));
        await(() -> mailbox.to(address).stream()
                .anyMatch(mail -> mail.text().contains("An administrator reset the second factor")));
        send("admin", place + "/second-factor/reset").andExpect(redirectedUrl(place));
        assertThat(requests.find(who)).as("there is none any more").isEmpty();
    }

    @Test
    void a_token_is_shown_once_listed_and_revoked_and_does_what_it_was_made_for() throws Exception {
        hire(Role.LEGAL);
        Cookie here = signedIn(LINUX);
        mine(here, get("/account/tokens")).andExpect(says("There is no token."));
        mine(here, get("/account/tokens/new"))
                .andExpect(says("value=\"90\"", "Legal", "OpsTicket"))
                .andExpect(saysNot("Finance"));
        token(here, "", "nine", "ALL").andExpect(says("Give the token a name", "Enter after how many days it expires"));
        token(here, "x", "366", "ALL", "LEGAL:nowhere").andExpect(says("Choose registers from the list."));

        String reads = shown(token(here, "Dashboard", "30", "READ", "LEGAL:opsticket"));
        String acts = shown(token(here, "Import", "90", "ALL"));

        String list = text(mine(here, get("/account/tokens"))
                .andExpect(says("Dashboard", "only read", "Legal (OpsTicket)", "Import", "read and change", "never")));
        assertThat(list).doesNotContain(reads).doesNotContain(acts);
        call(get("/api/v1/changes"), reads).andExpect(status().isOk());
        call(get("/api/v1/changes?register=securicom"), acts).andExpect(status().isOk());
        call(get("/api/v1/changes?register=securicom"), reads).andExpect(status().isNotFound());
        call(
                        post("/api/v1/registers/opsticket/changes")
                                .contentType("application/json")
                                .content("{}"),
                        reads)
                .andExpect(status().isForbidden())
                .andExpect(says("This API token may only read.", "token-only-reads"));
        call(
                        post("/api/v1/registers/opsticket/changes")
                                .contentType("application/json")
                                .content("{}"),
                        acts)
                .andExpect(status().isUnprocessableEntity());
        open("admin", "/staff/accounts/" + who).andExpect(says("Dashboard", "Revoke all tokens"));
        Matcher newest = NUMBER.matcher(list);
        assertThat(newest.find()).isTrue();
        send("legal", "/staff/accounts/" + who + "/tokens/revoke", "id", newest.group(1))
                .andExpect(status().isForbidden());
        mine(here, post("/account/tokens/revoke").param("id", newest.group(1)))
                .andExpect(redirectedUrl("/account/tokens"));
        call(get("/api/v1/changes"), acts).andExpect(status().isUnauthorized());
        send("admin", "/staff/accounts/" + who + "/tokens/revoke-all")
                .andExpect(redirectedUrl("/staff/accounts/" + who));
        call(get("/api/v1/changes"), reads).andExpect(status().isUnauthorized());
        await(() -> mailbox.to(address).stream()
                .anyMatch(mail -> mail.text().contains("An API token was created for your account " + who)));
    }

    @Test
    void a_token_that_has_expired_is_refused_by_its_own_sentence() throws Exception {
        String token = shown(token(signedIn(LINUX), "Old", "1", "READ"));
        jdbc.sql("update api_token set expires_at = now() where username = :who")
                .param("who", who)
                .update();

        call(get("/api/v1/changes"), token)
                .andExpect(status().isUnauthorized())
                .andExpect(says("This API token has expired.", "urn:fairnotice:problem:token-expired"));
        open("admin", "/staff/accounts/" + who).andExpect(says("expired"));
    }

    private ResultActions token(Cookie session, String name, String days, String access, String... held)
            throws Exception {
        MockHttpServletRequestBuilder request = post("/account/tokens/new")
                .param("name", name)
                .param("days", days)
                .param("access", access);
        return mine(session, held.length == 0 ? request : request.param("held", held));
    }

    private static String shown(ResultActions made) throws Exception {
        Matcher token = TOKEN.matcher(text(made.andExpect(says("it is not shown again"))));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private ResultActions call(MockHttpServletRequestBuilder request, String token) throws Exception {
        return pages.perform(request.header("Authorization", "Bearer " + token));
    }

    /** @param session that goes on after it was set up */
    private record Enrolled(String secret, List<String> codes, Cookie session) {

        /** @param steps of 30 seconds from now */
        String codeAfter(int steps) {
            return Codes.of(secret, steps);
        }
    }

    private Enrolled enrolled(Cookie session) throws Exception {
        String page = text(mine(session, get("/account/second-factor/new")).andExpect(says("data:image/svg+xml")));
        Matcher offered = OFFER.matcher(page);
        assertThat(offered.find()).isTrue();
        setUp(session, offered.group("offer"), "12", PASSWORD).andExpect(says("This is not the code"));
        setUp(session, offered.group("offer"), Codes.of(offered.group("secret"), 0), "wrong")
                .andExpect(says("This is not your password."));
        ResultActions done = setUp(session, offered.group("offer"), Codes.of(offered.group("secret"), 0), PASSWORD)
                .andExpect(says("They are shown only now."));
        List<String> codes = RECOVERY.matcher(text(done))
                .results()
                .map(found -> found.group(1))
                .toList();
        return new Enrolled(
                offered.group("secret"), codes, done.andReturn().getResponse().getCookie("SESSION"));
    }

    private ResultActions setUp(Cookie session, String offer, String code, String password) throws Exception {
        return mine(
                session,
                post("/account/second-factor/new")
                        .param("offer", offer)
                        .param("code", code)
                        .param("current", password));
    }

    private Cookie halfway() throws Exception {
        return signIn(who, PASSWORD, PHONE).andReturn().getResponse().getCookie("fairnotice-halfway");
    }

    private ResultActions code(Cookie half, String code) throws Exception {
        return pages.perform(post("/login/code").with(csrf()).cookie(half).param("code", code));
    }

    private ResultActions proof(Cookie session, String step, String password, String code) throws Exception {
        return mine(
                session,
                post("/account/second-factor/" + step)
                        .param("current", password)
                        .param("code", code));
    }

    private ResultActions change(Cookie session, String current, String password, String again) throws Exception {
        return mine(
                session,
                post("/account/password")
                        .param("current", current)
                        .param("password", password)
                        .param("again", again));
    }

    private ResultActions mine(Cookie session, MockHttpServletRequestBuilder request) throws Exception {
        return pages.perform(request.cookie(session).with(csrf()));
    }

    private Cookie signedIn(String browser) throws Exception {
        return signIn(who, PASSWORD, browser)
                .andExpect(redirectedUrl("/inbox"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");
    }

    private ResultActions signIn(String username, String password, String browser) throws Exception {
        return pages.perform(post("/login")
                .with(csrf())
                .header("User-Agent", browser)
                .param("username", username)
                .param("password", password));
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
