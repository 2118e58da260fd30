package fairnotice.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.mailserver.Encryption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.mail.MailProperties;

/** How the relay of the settings is spoken to where they do not say it. */
class EnvironmentRelayTest {

    @ParameterizedTest
    @CsvSource({
        "localhost, , false, NONE",
        "127.0.0.1, user, true, NONE",
        "smtp.example.com, , false, STARTTLS_OFFERED",
        "smtp.example.com, , true, STARTTLS",
        "smtp.example.com, user, false, STARTTLS",
        "localhost.example.com, user, false, STARTTLS"
    })
    void a_password_or_production_asks_for_encryption_beyond_this_machine(
            String host, String user, boolean production, Encryption expected) {
        assertThat(EnvironmentRelay.encryption(mail(host, user), null, production))
                .isEqualTo(expected);
    }

    @Test
    void what_spring_is_told_asks_for_more_and_never_for_less() {
        MailProperties mail = mail("smtp.example.com", "user");
        mail.getProperties()
                .putAll(Map.of("mail.smtp.starttls.enable", "true", "mail.smtp.starttls.required", "false"));
        MailProperties encrypted = mail("localhost", null);
        encrypted.setProtocol("smtps");

        assertThat(EnvironmentRelay.encryption(mail, null, false)).isEqualTo(Encryption.STARTTLS);
        assertThat(EnvironmentRelay.encryption(encrypted, null, false)).isEqualTo(Encryption.TLS);
    }

    @Test
    void a_password_in_the_clear_stops_the_start() {
        assertThatThrownBy(() -> EnvironmentRelay.encryption(mail("smtp.example.com", "user"), Encryption.NONE, false))
                .hasMessageContaining("would send the relay's password in the clear");

        assertThat(EnvironmentRelay.encryption(mail("smtp.example.com", null), Encryption.NONE, true))
                .isEqualTo(Encryption.NONE);
    }

    private static MailProperties mail(String host, String user) {
        MailProperties mail = new MailProperties();
        mail.setHost(host);
        mail.setUsername(user);
        return mail;
    }
}
