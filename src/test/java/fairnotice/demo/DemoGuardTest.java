package fairnotice.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;

/** A demonstration never meets anything real. */
class DemoGuardTest {

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.com", "192.0.2.25", "10.0.0.5", "no-such-host.invalid"})
    void a_relay_that_is_not_on_loopback_is_refused_with_a_sentence(String host) {
        environment.setProperty("spring.mail.host", host);

        assertThatThrownBy(() -> DemoGuard.check(environment))
                .isInstanceOf(DemoRefused.class)
                .hasMessageContaining(host)
                .hasMessageContaining("loopback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1", "localhost", "::1"})
    void the_embedded_mailbox_and_a_relay_on_this_machine_are_fine(String host) {
        environment.setProperty("spring.mail.host", host);

        assertThatCode(() -> DemoGuard.check(environment)).doesNotThrowAnyException();
    }

    @Test
    void production_refuses_a_demonstration() {
        environment.setActiveProfiles("production");

        assertThatThrownBy(() -> DemoGuard.check(environment))
                .isInstanceOf(DemoRefused.class)
                .hasMessageContaining("production");
    }

    @ParameterizedTest
    @CsvSource({"off,false", "false,false", "no,false", "0,false", "on,true", "true,true"})
    void the_demo_is_switched_by_the_usual_words(String word, boolean on) {
        environment.setProperty("fairnotice.demo", word);

        assertThat(DemoIsOn.isOn(environment)).isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource({"demonstration, '', 127.0.0.1", "production, '', 0.0.0.0", "demonstration, 0.0.0.0, 0.0.0.0"})
    void a_demonstration_listens_on_this_machine_alone_unless_it_is_told_otherwise(
            String profile, String told, String address) {
        StandardEnvironment settings = new StandardEnvironment();
        if (!told.isEmpty()) {
            settings.getPropertySources()
                    .addFirst(new SystemEnvironmentPropertySource(
                            "systemEnvironment-told", Map.of("SERVER_ADDRESS", told)));
        }

        ConfigDataEnvironmentPostProcessor.applyTo(
                settings, new DefaultResourceLoader(), new DefaultBootstrapContext(), profile);

        assertThat(settings.getProperty("server.address")).isEqualTo(address);
    }
}
