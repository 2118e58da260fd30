package fairnotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bundle that speaks German says everything that the English one says, with the same values in it. */
class GermanBundlesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final String GERMAN = "_de.properties";

    /** {@code {0}} and {@code {0,choice,…}}; {@code {vendorName}} and {@code {{token}}} of letters. */
    private static final Pattern VALUE = Pattern.compile("\\{\\d+|\\{+[a-zA-Z]\\w*}+");

    private static final Pattern TAG = Pattern.compile("</?[a-z]+>");

    static List<Path> german() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.filter(file -> file.toString().endsWith(GERMAN))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("german")
    void every_sentence_has_its_german_and_no_other_has(Path german) throws IOException {
        assertThat(new TreeSet<>(read(german).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(read(english(german)).stringPropertyNames()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("german")
    void every_german_sentence_has_the_values_and_the_tags_of_the_english_one(Path german) throws IOException {
        Properties said = read(german);
        Properties english = read(english(german));
        TreeMap<String, String> other = new TreeMap<>();
        for (String key : english.stringPropertyNames()) {
            String in = said.getProperty(key, "");
            if (!places(english.getProperty(key)).equals(places(in))) {
                other.put(key, places(english.getProperty(key)) + " is not " + places(in));
            }
        }

        assertThat(other).isEmpty();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("german")
    void an_apostrophe_stands_twice_where_a_value_is_filled_in(Path german) throws IOException {
        Properties said = read(german);

        assertThat(said.stringPropertyNames())
                .noneMatch(key -> said.getProperty(key).matches("(?s).*\\{\\d.*")
                        && said.getProperty(key).replace("''", "").contains("'"));
    }

    @Test
    void values_are_found_in_every_way_they_are_written() {
        assertThat(places("Bis {0}: {1,choice,0#keine|1#<b>eine</b>} {vendorName} {{token}}"))
                .containsExactly("</b>", "<b>", "{0", "{1", "{vendorName}", "{{token}}");
    }

    private static Set<String> places(String sentence) {
        return Stream.of(VALUE, TAG)
                .flatMap(pattern -> pattern.matcher(sentence).results())
                .map(hit -> hit.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path english(Path german) {
        return german.resolveSibling(german.getFileName().toString().replace(GERMAN, ".properties"));
    }

    private static Properties read(Path file) throws IOException {
        Properties sentences = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            sentences.load(in);
        }
        return sentences;
    }
}
