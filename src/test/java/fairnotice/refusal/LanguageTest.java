package fairnotice.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 27);

    @Test
    void english_is_spoken_unless_somebody_reads_another_language() {
        assertThat(Language.spoken()).isEqualTo(Language.EN);
        assertThat(WrittenDay.inWords(FRIDAY)).isEqualTo("27 March 2026");
        assertThat(WrittenAmount.money(new BigDecimal("1234.56"), "EUR")).isEqualTo("1,234.56 EUR");
    }

    @Test
    void german_writes_days_times_and_amounts_in_its_own_way() {
        assertThat(Language.DE.speak(() -> WrittenDay.inWords(FRIDAY))).isEqualTo("27. März 2026");
        assertThat(Language.DE.speak(() -> WrittenDay.minute(LocalDateTime.of(2026, 3, 27, 9, 30))))
                .isEqualTo("27. März 2026, 09:30 Uhr");
        assertThat(Language.DE.speak(() -> WrittenAmount.money(new BigDecimal("1234.56"), "EUR")))
                .isEqualTo("1.234,56 EUR");
        assertThat(Language.DE.speak(() -> WrittenAmount.money(new BigDecimal("1200"), "JPY")))
                .isEqualTo("1.200 JPY");
    }

    @Test
    void one_language_within_another_ends_where_it_began() {
        String said = Language.DE.speak(
                () -> Language.EN.speak(() -> WrittenDay.inWords(FRIDAY)) + ", " + WrittenDay.inWords(FRIDAY));

        assertThat(said).isEqualTo("27 March 2026, 27. März 2026");
        assertThat(Language.spoken()).isEqualTo(Language.EN);
    }

    @Test
    void what_is_kept_in_english_is_english_whoever_asks() {
        Phrase closes = Phrase.of("said.end-of", FRIDAY, "UTC");

        assertThat(Language.DE.speak(closes::english)).isEqualTo("the end of 27 March 2026 (UTC)");
    }

    @Test
    void a_list_is_joined_in_the_words_of_its_reader() {
        Phrase three = Phrase.all(List.of("1.00 EUR", FRIDAY, Phrase.of("said.yours")));

        assertThat(three.said()).isEqualTo("1.00 EUR and 27 March 2026 and your data");
        assertThat(Language.DE.speak(three::said)).isEqualTo("1.00 EUR und 27. März 2026 und Ihre Daten");
        assertThat(Language.DE.speak(Phrase.all(List.of("1.00 EUR"))::said)).isEqualTo("1.00 EUR");
        assertThat(Language.DE.speak(Phrase.all(List.of())::said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"de, DE", "de-AT, DE", "en-GB, EN", "fr, EN", "und, EN"})
    void a_language_that_nobody_has_words_in_is_english(String tag, Language read) {
        assertThat(Language.of(Locale.forLanguageTag(tag))).isEqualTo(read);
    }

    @Test
    void a_code_is_known_in_any_case_or_not_at_all() {
        assertThat(Language.known(" De ")).contains(Language.DE);
        assertThat(Language.known("fr")).isEmpty();
        assertThat(Language.known(null)).isEmpty();
    }
}
