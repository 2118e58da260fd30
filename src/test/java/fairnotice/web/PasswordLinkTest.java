package fairnotice.web;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Secrets;
import fairnotice.access.StaffAccounts;
import fairnotice.embedded.Mailbox;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Whoever forgot their password chooses another with a link to the mailbox of the account. */
class PasswordLinkTest extends PageHouse {

    private static final Pattern LINK = Pattern.compile("(/login/password/[A-Za-z0-9_-]+)");
    private static final String PASSWORD = "four words and a stone";

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private StaffAccounts accounts;

    @Test
    void a_link_to_the_mailbox_chooses_another_password_and_ends_all_sessions() throws Exception {
        open("/login").andExpect(says("Forgot your password?", "/login/password"));
        open("/login/password").andExpect(says("We email a link to the address of your account."));
        Cookie session = signIn("gc", "demo").andReturn().getResponse().getCookie("SESSION");

        ask(" GC ").andExpect(says("If there is an account with this name"));
        await(() -> links("gc").size() == 1);
        String link = links("gc").get(0);
        assertThat(Secrets.redacted("GET " + link)).isEqualTo("GET /login/password/…");
        assertThat(Secrets.redacted(link.replace("/", "%2f"))).doesNotContain(link.substring(16));

        int before = accounts.find("gc").orElseThrow().epoch();
        open(link).andExpect(status().isOk()).andExpect(says("You choose the password for gc."));
        pages.perform(get(link).header("Accept-Language", "de")).andExpect(says("Sie wählen das Passwort für gc."));
        assertThat(accounts.find("gc").orElseThrow().epoch()).as("opening it").isEqualTo(before);
        choose(link, "short", "shorter")
                .andExpect(says("Choose a password of at least 12 characters.", "The two passwords differ."))
                .andExpect(saysNot("shorter"));
        choose(link + "A", PASSWORD, PASSWORD).andExpect(status().isNotFound());
        pages.perform(get("/inbox").cookie(session)).andExpect(status().isOk());
        choose(link, PASSWORD, PASSWORD).andExpect(redirectedUrl("/login?chosen"));

        pages.perform(get("/inbox").cookie(session)).andExpect(status().isFound());
        open("/login?chosen").andExpect(says("Sign in with it."));
        signIn("gc", "demo").andExpect(redirectedUrl("/login?error"));
        signIn("gc", PASSWORD).andExpect(redirectedUrl("/inbox"));
        choose(link, PASSWORD + "2", PASSWORD + "2").andExpect(status().isNotFound());
        open(link).andExpect(status().isNotFound()).andExpect(says("This link is not valid."));
    }

    @Test
    void a_name_that_nobody_has_is_answered_alike_and_nothing_is_sent() throws Exception {
        String known = text(ask("finance"));
        String unknown = text(ask("nobody-here"));
        String none = text(ask("no name \u0000"));

        assertThat(unknown).isEqualTo(known);
        assertThat(none).isEqualTo(known);
        assertThat(mailbox.to("nobody@invalid")).isEmpty();
    }

    @Test
    void two_are_sent_within_an_hour_and_no_more() throws Exception {
        String first = text(ask("cfo"));
        for (int often = 0; often < 4; often++) {
            assertThat(text(ask("cfo"))).isEqualTo(first);
        }

        await(() -> links("cfo").size() == 2);
        Thread.sleep(300);
        assertThat(links("cfo")).hasSize(2);
    }

    @Test
    void nothing_is_sent_or_chosen_by_a_page_of_somebody_else() throws Exception {
        pages.perform(post("/login/password").param("username", "counsel")).andExpect(status().isForbidden());
        pages.perform(post("/login/password/anything").param("password", PASSWORD))
                .andExpect(status().isForbidden());

        assertThat(links("counsel")).isEmpty();
    }

    private List<String> links(String who) {
        return mailbox.to(who + "@staff.example.com").stream()
                .map(mail -> LINK.matcher(mail.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    private ResultActions ask(String name) throws Exception {
        return pages.perform(post("/login/password").with(csrf()).param("username", name))
                .andExpect(status().isOk());
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    private ResultActions choose(String link, String password, String again) throws Exception {
        return pages.perform(post(link).with(csrf()).param("password", password).param("again", again));
    }

    private ResultActions signIn(String username, String password) throws Exception {
        return pages.perform(
                post("/login").with(csrf()).param("username", username).param("password", password));
    }
}
