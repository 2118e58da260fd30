package fairnotice.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal is about. */
class AboutTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 user unknown                           | RECIPIENT | RECIPIENT",
                "550-5.1.1 The email account does not exist       | RECIPIENT | RECIPIENT",
                "550 5.2.1 mailbox disabled                       | RECIPIENT | RECIPIENT",
                "552 5.2.2 mailbox full                           | END       | RECIPIENT",
                "550 5.4.1 Recipient address rejected             | RECIPIENT | RECIPIENT",
                "550 5.1.1 user unknown                           | SENDER    | SENDER",
                "553 sender not owned by user                     | SENDER    | SENDER",
                "554 no                                           | SENDER    | SENDER",
                "550 5.1.8 sender domain has no MX                | RECIPIENT | SENDER",
                "553 5.1.7 bad sender address                     | RECIPIENT | SENDER",
                "554 5.7.1 Relay access denied                    | RECIPIENT | POLICY",
                "550 5.7.26 unauthenticated mail                  | END       | POLICY",
                "552 message too big                              | END       | POLICY",
                "554 5.3.4 message too big for system             | END       | POLICY",
                "503 5.5.1 nested MAIL                            | RECIPIENT | POLICY",
                "502 not implemented                              | RECIPIENT | POLICY",
                "550 5.5.0 mailbox unavailable                    | RECIPIENT | UNCLEAR",
                "501 bad address                                  | RECIPIENT | UNCLEAR",
                "552 over quota                                   | RECIPIENT | UNCLEAR",
                "550 5.1.0 address rejected                       | RECIPIENT | UNCLEAR",
                "550 no                                           | RECIPIENT | UNCLEAR",
                "554 transaction failed                           | END       | UNCLEAR"
            })
    void a_refusal_is_about(String reply, Stage stage, About about) {
        assertThat(About.of(reply, stage)).isEqualTo(about);
    }

    @Test
    void refusals_are_alike_but_for_the_address_and_numbers_of_their_own() {
        assertThat(About.common("550 <Ann@a.example> denied (id 4Xy7)", "ann@a.example"))
                .isEqualTo(About.common("550 <bob@b.example> denied (id 5Zz9)", "bob@b.example"))
                .isNotEqualTo(About.common("551 <bob@b.example> denied (id 5Zz9)", "bob@b.example"))
                .isNotEqualTo(About.common("550 <bob@b.example> unknown (id 5Zz9)", "bob@b.example"));
    }
}
