package fairnotice.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields and sections of a letter. */
class MergeTextTest {

    @ParameterizedTest
    @CsvSource({"yes, A yes: B.", "'', A."})
    void a_section_is_for_messages_that_fill_its_field(String value, String merged) {
        MergeText text = MergeText.of("A{{#may}} {{may}}: {{other}}{{/may}}.");

        assertThat(text.merge(fields(Map.of("may", value, "other", "B")))).isEqualTo(merged);
    }

    @Test
    void a_section_is_left_out_when_nobody_filled_its_field() {
        assertThat(MergeText.of("A{{#may}} B{{/may}}C").merge(fields(Map.of()))).isEqualTo("AC");
    }

    @Test
    void what_fills_a_field_opens_no_section() {
        assertThat(MergeText.of("{{a}}-x").merge(fields(Map.of("a", "{{#c}}{{/c}}{{d}}", "d", "secret"))))
                .isEqualTo("{{#c}}{{/c}}{{d}}-x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{#a}}{{#b}}{{/b}}{{/a}}"})
    void sections_that_do_not_close_or_nest_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MergeText.of(text));
    }

    private static Fields fields(Map<String, String> own) {
        return new Fields(own, Map.of());
    }
}
