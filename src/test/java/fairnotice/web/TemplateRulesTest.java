package fairnotice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a template or a bundle can get wrong without any page noticing until it is too late. */
class TemplateRulesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z](?:[^<>\"]|\"[^\"]*\")*>");
    private static final Predicate<String> INCLUDES =
            Pattern.compile("\\bth:(replace|insert)\\s*=").asPredicate();
    private static final Predicate<String> ASKS =
            Pattern.compile("\\bth:(if|unless)\\s*=").asPredicate();

    /** Thymeleaf includes before it asks, so that a page fails on the very null that the condition was to keep away. */
    @Test
    void no_tag_asks_whether_it_is_there_and_is_replaced() throws IOException {
        List<String> including = new ArrayList<>();
        List<String> wrong = new ArrayList<>();

        for (Path template : files("templates", ".html")) {
            TAG.matcher(Files.readString(template)).results().forEach(tag -> {
                if (INCLUDES.test(tag.group())) {
                    including.add(tag.group());
                }
                if (INCLUDES.test(tag.group()) && ASKS.test(tag.group())) {
                    wrong.add(template + ": " + tag.group());
                }
            });
        }

        assertThat(including).hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    /** The later one would win in silence. */
    @Test
    void no_word_stands_twice_in_the_bundles() throws IOException {
        Set<String> known = new HashSet<>();
        List<String> twice = new ArrayList<>();

        for (Path bundle : files("messages", ".properties")) {
            Files.readAllLines(bundle).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=", 2)[0].strip())
                    .filter(key -> !known.add(key))
                    .forEach(twice::add);
        }

        assertThat(known).hasSizeGreaterThan(1_000);
        assertThat(twice).isEmpty();
    }

    private static List<Path> files(String folder, String end) {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
