package fairnotice.web;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Actor;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.embedded.Mailbox;
import jakarta.servlet.http.Cookie;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What members of staff do about their own account, each test with one of its own. */
class AccountPagesTest extends PageHouse {

    private static final String PASSWORD = "four words and a stone";
    private static final String ANOTHER = "five words and no stone";
    private static final String LINUX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"");

    @Autowired
    private CreatingStaffAccount hiring;

    @Autowired
    private Mailbox mailbox;

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
