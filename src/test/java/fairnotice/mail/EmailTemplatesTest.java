package fairnotice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.refusal.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmailTemplatesTest {

    private static final EmailTemplates TEMPLATES = RealTemplates.of("messages/mail");

    @Test
    void a_letter_has_a_subject_a_text_and_a_page_and_says_why_it_was_sent() {
        Email letter = TEMPLATES.compose("plain", model("It's {new}", "First.", "Second."));

        assertThat(letter.subject(Map.of())).isEqualTo("It's {new}");
        assertThat(letter.text())
                .isEqualTo(
                        "Dear {{name}},\n\nFirst.\n\nSecond.\n\n-- \nOpsTicket\nWhy you receive this: you own the account\n");
        assertThat(letter.html())
                .startsWith("<!DOCTYPE html>")
                .contains("<p>Dear {{name}},</p>", "<p>First.</p>", "OpsTicket", "you own the account");
    }

    @Test
    void whoever_reads_german_is_greeted_in_german() {
        Email letter = Language.DE.speak(() -> TEMPLATES.compose("plain", model("Neu", "Zuerst.", "Dann.")));

        assertThat(letter.text())
                .startsWith(
                        "Guten Tag {{name}}!\n\nZuerst.\n\nDann.\n\n-- \nOpsTicket\nWarum Sie diese E-Mail erhalten:");
        assertThat(letter.html()).contains("<p>Guten Tag {{name}}!</p>");
    }

    @Test
    void what_people_typed_is_escaped_in_the_page_and_shown_as_it_is_in_the_text() {
        Email letter = TEMPLATES.compose("plain", model("s", "<img src=x> & more"));

        assertThat(letter.html()).contains("&lt;img src=x&gt; &amp; more").doesNotContain("<img");
        assertThat(letter.text()).contains("<img src=x> & more");
    }

    @Test
    void nobody_can_type_a_field() {
        Email letter = TEMPLATES.compose("plain", model("your {{token}}", "your {{token}} too"));

        assertThat(letter.subject(Map.of("token", "SECRET"))).isEqualTo("your {{token}}");
        assertThat(letter.subject()).doesNotContain("{");
        assertThat(letter.text()).doesNotContain("{{token}}").contains("{{name}}");
        assertThat(letter.html()).doesNotContain("{{token}}").contains("{{name}}");
    }

    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(
                        () -> TEMPLATES.compose("plain", Map.of("publisher", "P", "why", "w", "paragraphs", List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("subject");
        assertThatThrownBy(() -> TEMPLATES.compose("none", model("s")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
    }

    private static Map<String, Object> model(String subject, String... paragraphs) {
        return Map.of(
                "subject",
                subject,
                "publisher",
                "OpsTicket",
                "why",
                "you own the account",
                "paragraphs",
                List.of(paragraphs));
    }
}
