package fairnotice.web.workspace;

import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.web.PageHouse;
import org.junit.jupiter.api.Test;

/** The page about mail, in a demonstration, whose own servers prevail. */
class MailPagesTest extends PageHouse {

    @Test
    void it_says_what_is_used_and_that_the_demonstration_says_so() throws Exception {
        open("admin", "/settings/mail")
                .andExpect(status().isOk())
                .andExpect(
                        says("127.0.0.1:", "the demonstration, whose mail goes to invented people", "Send test mails"))
                .andExpect(saysNot("Change the relay"));
        open("auditor", "/settings/mail").andExpect(status().isOk()).andExpect(saysNot("Send test mails"));
        open("legal", "/settings/mail").andExpect(status().isForbidden());
        open("auditor", "/settings/mail/relay").andExpect(status().isForbidden());
    }

    @Test
    void what_is_typed_comes_back_with_what_is_wrong_and_never_with_the_password() throws Exception {
        open("admin", "/settings/mail/relay").andExpect(says("What you enter here is not used"));
        send(
                        "admin",
                        "/settings/mail/relay",
                        "host",
                        "smtp.example.com",
                        "encryption",
                        "NONE",
                        "username",
                        "u",
                        "password",
                        "tell-nobody",
                        "version",
                        "0")
                .andExpect(status().isOk())
                .andExpect(says("The settings of this server", "value=\"smtp.example.com\""))
                .andExpect(saysNot("tell-nobody"));
        send("legal", "/settings/mail/relay", "host", "smtp.example.com").andExpect(status().isForbidden());
        send("admin", "/settings/mail/mailbox/confirmation", "id", "17").andExpect(redirectedUrl("/settings/mail"));
        send("admin", "/settings/mail/relay/removal").andExpect(redirectedUrl("/settings/mail"));
        open("admin", "/settings/mail/relay/removal").andExpect(redirectedUrl("/settings/mail"));
    }

    @Test
    void a_test_mail_comes_back_and_its_way_is_told() throws Exception {
        send("admin", "/settings/mail/test", "register", "nowhere").andExpect(redirectedUrl("/settings/mail"));
        send("admin", "/settings/mail/test", "register", "opsticket").andExpect(redirectedUrl("/settings/mail"));

        await(() -> page().contains("The relay accepted it, without encryption: 250"));
        open("admin", "/settings/mail").andExpect(says("It has not come back to the mailbox yet."));
    }

    private String page() {
        try {
            return open("admin", "/settings/mail").andReturn().getResponse().getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
