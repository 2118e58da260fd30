package fairnotice.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann@example.com | ann@example.com",
                "'  ann@example.com \t' | ann@example.com",
                "'\u00a0ann@example.com\u00a0' | ann@example.com",
                "ann@bücher.example | ann@xn--bcher-kva.example",
                "ann@BÜCHER.example | ann@xn--bcher-kva.example",
                "ann@bu\u0308cher.example | ann@xn--bcher-kva.example",
                "ann@xn--bcher-kva.example | ann@xn--bcher-kva.example",
                "Ann@例え.テスト | Ann@xn--r8jz45g.xn--zckzah",
            })
    void an_address_is_kept_in_one_spelling(String typed, String kept) {
        assertThat(EmailAddress.kept(typed)).isEqualTo(kept);
        assertThat(EmailAddress.kept(kept)).isEqualTo(kept);
        assertThat(EmailAddress.isValid(kept)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ännchen@example.com | The part before the @ may hold only unaccented letters",
                "ännchen@bücher.example | The part before the @ may hold only unaccented letters",
                "ann@straße.example | Please give the domain in its ASCII form, which begins with xn--.",
                "ann@exam\u200bple.com | The address holds a character that cannot be seen.",
                "ann@bücher.exam\u00adple | The address holds a character that cannot be seen.",
                "ann@example.com\u200b | The address holds a character that cannot be seen.",
                "ann@exam\ufe0fple.com | The address holds a character that cannot be seen.",
                "an\u200bn@example.com | The address holds a character that cannot be seen.",
                "ann@exam\u200dple.com | The address holds a character that cannot be seen.",
                "ann@example | Please give an email address such as name@example.com.",
                "ann@bü_cher.example | Please give an email address such as name@example.com.",
                "ann＠bücher.example | Please give an email address such as name@example.com.",
                "'ann@bücher。example\r\nBcc:x@y.example' | The part before the @ may hold only unaccented letters",
            })
    void an_address_that_mail_cannot_be_sent_to_is_refused_with_a_reason(String typed, String reason) {
        String kept = EmailAddress.kept(typed);

        assertThat(EmailAddress.isValid(kept)).isFalse();
        assertThat(EmailAddress.whyNot(kept, "refused.email.example").english()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@", "nobody", "@bücher.example"})
    void what_is_no_address_stays_none(String typed) {
        assertThat(EmailAddress.isValid(EmailAddress.kept(typed))).isFalse();
    }

    @Test
    void none_given_is_none_kept() {
        assertThat(EmailAddress.kept(null)).isNull();
        assertThat(EmailAddress.isValid(null)).isFalse();
    }
}
