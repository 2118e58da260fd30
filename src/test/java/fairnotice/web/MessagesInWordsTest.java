package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.calendar.Period;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

class MessagesInWordsTest {

    private final MessageSource messages =
            new MessagesInWords("messages/phrases", "messages/workspace", "messages/refund");

    @Test
    void a_period_within_a_sentence_is_said_in_the_language_of_the_sentence() {
        assertThat(said("workspace.policy.objection", Locale.GERMAN, Period.parse("10 business days")))
                .isEqualTo("Ein Einspruch ist fristgerecht innerhalb dieser Frist: 10 Arbeitstage.");
        assertThat(said("workspace.policy.objection", Locale.ENGLISH, Period.parse("10 business days")))
                .isEqualTo("An objection is in time within 10 business days.");
    }

    @Test
    void a_list_within_a_sentence_is_joined_in_the_language_of_the_sentence() {
        List<String> amounts = List.of("1,00 EUR", "2,00 USD");

        assertThat(said("refund.told.recalculated", Locale.GERMAN, amounts)).contains("1,00 EUR und 2,00 USD");
        assertThat(said("refund.told.recalculated", Locale.ENGLISH, amounts)).contains("1,00 EUR and 2,00 USD");
        assertThat(said("said.all", Locale.GERMAN, amounts)).isEqualTo("1,00 EUR und 2,00 USD");
    }

    @Test
    void numbers_stay_numbers_and_a_language_without_words_is_english() {
        assertThat(said("workspace.state.IN_NOTICE.text", Locale.GERMAN, 0, 0))
                .isEqualTo("Niemand erhält eine Mitteilung.");
        assertThat(said("workspace.policy.objection", Locale.FRENCH, Period.days(15)))
                .isEqualTo("An objection is in time within 15 days.");
        assertThat(messages.getMessage("said.both", null, Locale.GERMAN)).isEqualTo("{0} und {1}");
    }

    private String said(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
