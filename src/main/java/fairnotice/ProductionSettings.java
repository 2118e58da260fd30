package fairnotice;

import fairnotice.publisher.SiteAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** Keeps the production profile from starting with what is meant for trying it out, and names all that is missing at once. */
class ProductionSettings implements EnvironmentPostProcessor, Ordered {

    private static final String PUBLIC_URL = "FAIRNOTICE_PUBLICURL";

    private static final Map<String, String> NEEDED = Map.of(
            "SPRING_DATASOURCE_URL", "jdbc:postgresql://… of the database",
            "SPRING_DATASOURCE_USERNAME", "the role that runs",
            "SPRING_DATASOURCE_PASSWORD", "its password",
            "SPRING_MAIL_HOST", "the relay that mail is handed to");

    private static final Map<String, String> RELAY = Map.of(
            "SPRING_MAIL_USERNAME",
                    "at the relay, or SPRING_MAIL_PROPERTIES_MAIL_SMTP_AUTH=false where it asks for none",
            "SPRING_MAIL_PASSWORD", "at the relay, or the same");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("production"))) {
            return;
        }
        List<String> missing = new ArrayList<>();
        if (!SiteAddress.isSecure(environment.getProperty("fairnotice.public-url", ""))) {
            missing.add(PUBLIC_URL
                    + ": the address under which customers open their pages, with https and a host and nothing"
                    + " behind it, such as https://notices.example.com");
        }
        if (!StringUtils.hasText(environment.getProperty("fairnotice.signing-key"))) {
            missing.add(
                    "FAIRNOTICE_SIGNINGKEY: what seals the keys in the database that sign links, 32 random bytes in base64,"
                            + " such as openssl rand -base64 32 writes");
        }
        missing.addAll(absent(NEEDED, environment));
        if (environment.getProperty("spring.mail.properties.mail.smtp.auth", Boolean.class, true)) {
            missing.addAll(absent(RELAY, environment));
        }
        if (!missing.isEmpty()) {
            throw new SettingsRefused(
                    "Production does not start without:\n  " + String.join("\n  ", missing),
                    "Set them, or start without the production profile to try it out. docs/operations.md says more of each.");
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static List<String> absent(Map<String, String> needed, ConfigurableEnvironment environment) {
        return needed.entrySet().stream()
                .filter(setting -> !StringUtils.hasText(environment.getProperty(
                        setting.getKey().toLowerCase(Locale.ROOT).replace('_', '.'))))
                .map(setting -> setting.getKey() + ": " + setting.getValue())
                .sorted()
                .toList();
    }
}
