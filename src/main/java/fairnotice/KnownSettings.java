package fairnotice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Stops the start when a setting of ours is set that there is not: a misspelt limit or host would else be believed to count. The settings there
 * are stand in the metadata that the build writes.
 */
class KnownSettings implements EnvironmentPostProcessor, Ordered {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    /** Read by {@code docker-compose.yml} alone, from the same environment. */
    private static final Set<String> OF_COMPOSE = Set.of("fairnoticedbpassword", "fairnoticedbownerpassword");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Set<String> set = environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.toLowerCase(Locale.ROOT).matches("fairnotice[._].+"))
                .collect(TreeSet::new, Set::add, Set::addAll);
        if (set.isEmpty()) {
            return;
        }
        Predicate<String> known = known();
        set.removeIf(name -> known.test(plain(name)));
        if (!set.isEmpty()) {
            throw new SettingsRefused(
                    "There is no setting named " + String.join(" or ", set) + ".",
                    "Correct its name, or remove it. docs/operations.md lists the settings there are.");
        }
    }

    /** After every source of settings was read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** Spring reads {@code FAIRNOTICE_MAIL_BATCHSIZE}, {@code FAIRNOTICE_MAIL_BATCH_SIZE} and {@code fairnotice.mail.batch-size} as one. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static Predicate<String> known() {
        Set<String> names = new TreeSet<>(OF_COMPOSE);
        Set<String> groups = new TreeSet<>();
        for (JsonNode property : metadata()) {
            String name = property.get("name").asText();
            // what is of a type of ours has settings of its own below it
            (property.get("type").asText().startsWith("fairnotice.") ? groups : names).add(plain(name));
        }
        return name -> names.contains(name) || groups.stream().anyMatch(name::startsWith);
    }

    /** Ours, among those of the libraries. */
    private static List<JsonNode> metadata() {
        ObjectMapper json = new ObjectMapper();
        try {
            for (URL found :
                    Collections.list(KnownSettings.class.getClassLoader().getResources(METADATA))) {
                List<JsonNode> ours = json.readTree(found).get("properties").findParents("name").stream()
                        .filter(property -> property.get("name").asText().startsWith("fairnotice."))
                        .toList();
                if (!ours.isEmpty()) {
                    return ours;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        throw new IllegalStateException(METADATA + " of Fairnotice is missing: the build writes it");
    }
}
