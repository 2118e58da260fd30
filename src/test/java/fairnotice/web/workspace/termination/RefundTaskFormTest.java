package fairnotice.web.workspace.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.refusal.Language;
import fairnotice.refusal.Refused;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundTaskFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EN | 9500       | 9500
                    EN | 9500.00    | 9500.00
                    EN | ' 9,500.5' | 9500.5
                    EN | -1         | -1
                    DE | 9500       | 9500
                    DE | 9500,00    | 9500.00
                    DE | 9.500,00   | 9500.00
                    DE | 1.234.567  | 1234567
                    DE | 0          | 0
                    """)
    void an_amount_is_read_as_its_reader_writes_it(Language language, String typed, BigDecimal amount) {
        assertThat(read(language, typed)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EN | 9500,00  | 1234.50
                    EN | 9,50     | 1234.50
                    EN | EUR 9    | 1234.50
                    DE | 9500.00  | 1234,50
                    DE | 9.50     | 1234,50
                    DE | 9500.000 | 1234,50
                    DE | 9,500.00 | 1234,50
                    DE | ''       | 1234,50
                    """)
    void another_is_refused_with_an_example_in_the_reader_s_language(Language language, String typed, String example) {
        assertThatThrownBy(() -> read(language, typed))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> language.speak(() -> assertThat(
                                        refused.problems().get(0).phrase().said())
                                .contains(example)));
    }

    private static BigDecimal read(Language language, String typed) {
        RefundTaskForm form =
                new RefundTaskForm("alter", null, List.of(new RefundTaskForm.Row("EUR", typed, null, null)), null);
        return language.speak(
                () -> form.completion(List.of()).refunding().amounts().get("EUR"));
    }
}
