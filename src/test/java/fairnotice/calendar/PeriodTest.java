package fairnotice.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "0 days, 0 Tage",
        "1 day, 1 Tag",
        "15 days, 15 Tage",
        "1 business day, 1 Arbeitstag",
        "10 business days, 10 Arbeitstage",
        "1 week, 1 Woche",
        "2 weeks, 2 Wochen",
        "1 month, 1 Monat",
        "12 months, 12 Monate",
        "1200 days, 1200 Tage"
    })
    void its_words_are_those_of_the_reader_and_what_machines_read_is_not(String written, String german) {
        Period period = Period.parse(written);

        assertThat(Language.DE.speak(period::inWords)).isEqualTo(german);
        assertThat(period.inWords()).isEqualTo(written);
        assertThat(Language.DE.speak(period::toString)).isEqualTo(written);
    }

    @Test
    void a_phrase_says_it_in_words() {
        Phrase phrase = Phrase.of("said.both", Period.parse("1 week"), Period.parse("10 business days"));

        assertThat(phrase.said()).isEqualTo("1 week and 10 business days");
        assertThat(Language.DE.speak(phrase::said)).isEqualTo("1 Woche und 10 Arbeitstage");
    }
}
