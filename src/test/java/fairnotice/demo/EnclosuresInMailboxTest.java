package fairnotice.demo;

import static fairnotice.web.PageText.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.mail.Attachment;
import fairnotice.mail.Email;
import fairnotice.mail.Kind;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.web.PageHouse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes with a message can be saved from the demonstration's mailbox, and never shows itself there. */
class EnclosuresInMailboxTest extends PageHouse {

    private static final String TO = "files@customers.example.com";

    @Autowired
    Mailings mailings;

    @Autowired
    DemoInbox letterbox;

    @Test
    void a_file_is_named_and_given_out_to_be_saved() throws Exception {
        byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        send(new Attachment("Erklärung <1>.html", "text/html", page));
        await(() -> !letterbox.to(TO).isEmpty());
        String id = letterbox.to(TO).get(0).id();

        open("/api/v1/demo/mailbox?to=" + TO)
                .andExpect(jsonPath("$[0].enclosures[0].name").value("Erklärung <1>.html"))
                .andExpect(jsonPath("$[0].enclosures[0].type").value("text/html"))
                .andExpect(jsonPath("$[0].text").value("Hello"));
        open("/mailbox?to=" + TO).andExpect(says("with Erklärung &lt;1&gt;.html"));
        open("/mailbox/" + id).andExpect(says("/mailbox/" + id + "/enclosures/0"));
        open("/mailbox/" + id + "/enclosures/0")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment;")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(content().bytes(page));
        open("/mailbox/" + id + "/enclosures/1").andExpect(status().isNotFound());
        assertThat(letterbox.to(TO)).hasSize(1);
    }

    private void send(Attachment enclosure) {
        long mailing = mailings.open(new NewMailing(
                "TEST/enclosure",
                Kind.NEWSLETTER,
                "TEST",
                "Publisher",
                "notices@publisher.example",
                "privacy@publisher.example",
                "test.fairnotice",
                new Email("With a file", "Hello", "<p>Hello</p>").enclosing(enclosure)));
        mailings.append(mailing, List.of(new Outgoing(1, 1, TO, "Ann", Map.of(), null)));
        mailings.seal(mailing);
    }
}
