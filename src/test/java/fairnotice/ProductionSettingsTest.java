package fairnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ProductionSettingsTest {

    private static final Map<String, Object> ENOUGH = Map.of(
            "fairnotice.public-url", "https://notices.example.com/",
            "fairnotice.signing-key", "bm90IGEgc2VjcmV0OiBhIGtleSBvZiBhIHRlc3QgYWxvbmU=",
            "spring.datasource.url", "jdbc:postgresql://database/fairnotice",
            "spring.datasource.username", "app",
            "spring.datasource.password", "secret",
            "spring.mail.host", "relay.example.com",
            "spring.mail.username", "us",
            "spring.mail.password", "secret");

    @Test
    void all_that_is_missing_is_named_in_one_message() {
        assertThat(refused(Map.of(), "production"))
                .containsSubsequence(
                        "Production does not start without:",
                        "FAIRNOTICE_PUBLICURL: the address",
                        "FAIRNOTICE_SIGNINGKEY: what seals",
                        "SPRING_DATASOURCE_PASSWORD",
                        "SPRING_DATASOURCE_URL",
                        "SPRING_DATASOURCE_USERNAME",
                        "SPRING_MAIL_HOST",
                        "SPRING_MAIL_PASSWORD",
                        "SPRING_MAIL_USERNAME");
        assertThatCode(() -> start(ENOUGH, "production")).doesNotThrowAnyException();
        assertThatCode(() -> start(Map.of(), "default")).doesNotThrowAnyException();
    }

    @Test
    void a_relay_may_ask_for_no_password() {
        Map<String, Object> set = new HashMap<>(ENOUGH);
        set.remove("spring.mail.username");
        set.put("spring.mail.password", " ");
        assertThat(refused(set, "production").lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.startsWith("  SPRING_MAIL_"));

        set.put("spring.mail.properties.mail.smtp.auth", "false");
        assertThatCode(() -> start(set, "production")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://notices.example.com",
                "https://notices.example.com/legal",
                "https://notices.example.com?a=b",
                "https://notices.example.com#a",
                "https://ann@notices.example.com",
                "https:notices.example.com",
                "notices.example.com",
                "https://{host}"
            })
    void the_public_address_is_https_and_a_host(String url) {
        Map<String, Object> set = new HashMap<>(ENOUGH);
        set.put("fairnotice.public-url", url);

        assertThat(refused(set, "production").lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("  FAIRNOTICE_PUBLICURL");
    }

    private static String refused(Map<String, Object> set, String profile) {
        SettingsRefused refused = catchThrowableOfType(SettingsRefused.class, () -> start(set, profile));
        return refused == null ? "" : refused.getMessage();
    }

    private static void start(Map<String, Object> set, String profile) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        environment.getPropertySources().addFirst(new MapPropertySource("set", set));
        new ProductionSettings().postProcessEnvironment(environment, null);
    }
}
