package fairnotice.web;

import static fairnotice.web.FormToken.csrf;
import static fairnotice.web.PageText.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.access.Secrets;
import fairnotice.access.SignInLinks;
import fairnotice.embedded.Mailbox;
import fairnotice.limit.Allowance;
import fairnotice.limit.Client;
import fairnotice.limit.Limits;
import fairnotice.limit.SignInLimits;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Whoever tries passwords of a name from very many networks keeps its owner out of new browsers, and a link lets the owner in. */
class SignInLinkTest extends PageHouse {

    private static final Pattern LINK = Pattern.compile("(/login/link/[A-Za-z0-9_-]+)");
    private static final String OWNER = "cfo@staff.example.com";

    @Autowired
    private Limits limits;

    @Autowired
    private SignInLimits signIn;

    @Autowired
    private Mailbox mailbox;

    @Test
    void a_link_to_the_mailbox_lets_the_owner_in_while_strangers_use_up_the_name() throws Exception {
        for (int n = 0; n < 100; n++) {
            limits.take(signIn.unknown("cfo", Client.at("198.51.100." + n)));
        }
        signIn().andExpect(redirectedUrl("/login?wait"));

        ask("CFO").andExpect(says("If there is an account with this name"));
        await(() -> !links().isEmpty());
        String link = links().get(0);
        assertThat(Secrets.redacted("GET " + link)).isEqualTo("GET /login/link/…");
        open(link).andExpect(status().isOk()).andExpect(says("sign in as cfo"));
        signIn().andExpect(redirectedUrl("/login?wait"));
        Cookie device = pages.perform(post(link).with(csrf()))
                .andExpect(redirectedUrl("/login?known"))
                .andReturn()
                .getResponse()
                .getCookie("fairnotice-device");

        signIn(device).andExpect(redirectedUrl("/inbox"));

        pages.perform(post(link).with(csrf())).andExpect(status().isNotFound());
        open(link + "A").andExpect(status().isNotFound());
        pages.perform(get("/inbox").cookie(device)).andExpect(status().isFound());
    }

    @Test
    void a_name_that_nobody_has_is_answered_alike_and_nothing_is_sent() throws Exception {
        String known = ask("gc").andReturn().getResponse().getContentAsString();
        String unknown = ask("nobody-here").andReturn().getResponse().getContentAsString();

        assertThat(unknown).isEqualTo(known);
        assertThat(mailbox.to("nobody@invalid")).isEmpty();
    }

    @Test
    void whoever_is_sent_no_more_links_has_one_that_still_works_for_half_of_its_time() {
        Allowance sent = SignInLimits.link("cfo").get(0).allowance();

        assertThat(sent.within().dividedBy(sent.most())).isEqualTo(SignInLinks.VALID.dividedBy(2));
    }

    private List<String> links() {
        return mailbox.to(OWNER).stream()
                .map(mail -> LINK.matcher(mail.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    private ResultActions ask(String name) throws Exception {
        return pages.perform(post("/login/link").with(csrf()).param("username", name))
                .andExpect(status().isOk());
    }

    private ResultActions signIn(Cookie... kept) throws Exception {
        var form = post("/login")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("203.0.113.9");
                    return request;
                })
                .param("username", "cfo")
                .param("password", "demo");
        return pages.perform(kept.length == 0 ? form : form.cookie(kept));
    }
}
