package fairnotice.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.mail.Email;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.RealTemplates;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed comes out of a letter as they typed it, and is never read as a field. */
class TypedTextTest {

    private static final List<String> SCRAPS = List.of(
            "{",
            "{{",
            "{{{",
            "{{{{",
            "}",
            "}}",
            "}}}",
            "#",
            "/",
            "name",
            "token",
            "base",
            "customer",
            "x",
            ".",
            "-",
            "$",
            "\\",
            "{{{#x}}}",
            "{{{/x}}}",
            "{{name}}",
            "{ {",
            "{ {{",
            "&#123;",
            "&lbrace;",
            "&amp;",
            "%7B",
            "\u007b",
            "\uff5b",
            "[[${",
            "[(",
            ")]",
            "__${",
            "}__",
            "#{",
            "@{",
            "|",
            "'",
            "\"",
            "<p>",
            "<!--",
            "{0}");
    private static final Fields ANN = new Fields(
            Map.of("customer", "Acme", "x", "filled"),
            Map.of("name", "Ann", "token", "SECRET", "base", "https://n.example"));

    private static final EmailTemplates TEMPLATES = RealTemplates.of("messages/mail");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Keeps backups {{{#x}}}",
                "{{{/x}}} ISO 27001",
                "{{{token}}}",
                "{{token}}",
                "{ {{token}}}",
                "{{{{{token}}}}}",
                "&#123;&#123;token}}",
                "\u0002\u0002token}}"
            })
    void the_braces_of_an_attack_are_words(String typed) {
        assertComesOutAsTyped(typed, "a", "b");
    }

    @Test
    void no_row_of_braces_and_names_is_ever_a_field_in_one_value_or_in_several() {
        Random random = new Random(20_261_126);
        for (int i = 0; i < 3_000; i++) {
            assertComesOutAsTyped(typed(random), typed(random), typed(random));
        }
    }

    private static String typed(Random random) {
        return random.ints(1 + random.nextInt(8), 0, SCRAPS.size())
                .mapToObj(SCRAPS::get)
                .collect(Collectors.joining());
    }

    private static void assertComesOutAsTyped(String subject, String first, String second) {
        Email letter = TEMPLATES.compose(
                "plain",
                Map.of(
                        "subject",
                        subject,
                        "publisher",
                        first,
                        "why",
                        second,
                        "paragraphs",
                        List.of(subject, first, second)));
        String typed = subject.replace("\u0002", "");

        assertThat(MergeText.of(letter.subject()).merge(ANN)).isEqualTo(typed);
        assertThat(letter.subject(Map.of("token", "SECRET"))).isEqualTo(typed.strip());
        assertThat(MergeText.of(letter.text()).merge(ANN))
                .isEqualTo("Dear Ann,\n\n" + typed + "\n\n" + first + "\n\n" + second + "\n\n-- \n" + first
                        + "\nWhy you receive this: " + second + "\n");
        assertThat(paragraphs(MergeText.of(letter.html()).merge(ANN)))
                .startsWith("Dear Ann,", typed, first, second)
                .doesNotContain("SECRET");
    }

    private static List<String> paragraphs(String html) {
        return Jsoup.parse(html).select("p").eachText();
    }

    @Test
    void what_fills_a_field_may_have_braces_in_it() {
        Email letter = TEMPLATES.compose(
                "plain", Map.of("subject", "s", "publisher", "P", "why", "w", "paragraphs", List.of("{")));
        Fields typed = new Fields(Map.of("x", "y"), Map.of("name", "{{{#x}}}\u0002{{token}}", "token", "SECRET"));

        assertThat(MergeText.of(letter.text()).merge(typed)).startsWith("Dear {{{#x}}}\u0002{{token}},\n\n{\n");
    }

    /** Those composed before typed braces were put away: {@code {{{x}}}} stands in them as {@code { {{x}}}}. */
    @ParameterizedTest
    @ValueSource(strings = {"{ {{#x}}}", "{ {{x}}}", "{ {{/x}}} ISO 27001", "{ {{ {{token}}}", "{ { { {{x}}"})
    void a_letter_that_waited_since_an_earlier_version_goes_out_with_what_was_typed(String typed) {
        assertThat(MergeText.of("Dear {{name}},\n" + typed + "\n{{base}}/n/{{token}}")
                        .merge(ANN))
                .isEqualTo("Dear Ann,\n" + typed + "\nhttps://n.example/n/SECRET");
        assertThat(new Email("Notice – " + typed + " – {{customer}}", "t", null).subject(Map.of("customer", "Acme")))
                .isEqualTo("Notice – " + typed + " – Acme");
    }
}
