package fairnotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

/** Every sentence stands once, and whoever names a sentence finds it. */
class MessageBundlesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path JAVA = Path.of("src/main/java");

    /** In Java the other beginnings are kinds of ledger entries and settings of the mail client. */
    private static final String ROOTS_IN_JAVA =
            "workspace|portal|site|layout|demo|error|ledger|refused|said|clearance|ledger-check";

    private static final String ROOTS = ROOTS_IN_JAVA
            + "|subscription|objection\\.letter|mail\\.tasks|mail\\.layout|mail\\.refund-missed|mailbox|login|setup|kept|form|worksheet|calendar|refund";
    private static final String END = "\\.(?:[A-Za-z0-9_-]+\\.?)*";
    private static final Pattern IN_JAVA = Pattern.compile("\"((?:" + ROOTS_IN_JAVA + ")" + END + ")\"");
    private static final Pattern IN_TEMPLATE = Pattern.compile("'((?:" + ROOTS + ")" + END + ")'");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{([a-z][A-Za-z0-9._-]*)");

    /** With the line that comes next. */
    private static final Pattern SALUTATION = Pattern.compile("#\\{mail\\.(?:dear|hello)[^\\n]*\\n\\s*([^\\n]*)");

    private final Map<String, List<String>> bundles = bundles();
    private final Set<String> keys =
            bundles.values().stream().flatMap(List::stream).collect(Collectors.toSet());

    @Test
    void no_key_stands_twice_in_a_bundle_or_in_two_of_them() {
        Map<String, List<String>> places = new TreeMap<>();

        bundles.forEach((bundle, named) -> named.forEach(
                key -> places.computeIfAbsent(key, any -> new ArrayList<>()).add(bundle)));

        assertThat(places).hasSizeGreaterThan(1000);
        places.values().removeIf(found -> found.size() == 1);
        assertThat(places).isEmpty();
    }

    /** After "Dear Ann," a new paragraph begins. */
    @Test
    void every_letter_begins_with_a_capital_after_its_salutation() throws IOException {
        Set<String> openings = keys.stream()
                .filter(key -> key.startsWith("objection.letter.") && key.endsWith(".opening"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(openings).hasSizeGreaterThan(25);

        for (Path mail : files(RESOURCES.resolve("templates/mail"), "")) {
            SALUTATION
                    .matcher(Files.readString(mail))
                    .results()
                    .forEach(hit -> openings.addAll(found(EXPRESSION, hit.group(1))));
        }
        assertThat(openings).contains("mail.orders-ended.lead", "mail.sign-in-link.open", "mail.renewed-link.lead");
        for (String ending : List.of(".properties", "_de.properties")) {
            Properties sentences = sentences(ending);
            assertThat(openings)
                    .noneMatch(key ->
                            Character.isLowerCase(sentences.getProperty(key).charAt(0)));
        }
    }

    /** Only a sentence with a place for a value reads two apostrophes as one; every other one shows both, and such a sentence drops a single one. */
    @Test
    void an_apostrophe_stands_twice_where_a_value_is_filled_in_and_once_everywhere_else() throws IOException {
        Pattern place = Pattern.compile("\\{\\d");
        Pattern apostrophes = Pattern.compile("'+");
        Set<String> wrong = new TreeSet<>();
        int seen = 0;
        for (String bundle : bundles.keySet()) {
            Properties sentences = new Properties();
            try (Reader in = Files.newBufferedReader(RESOURCES.resolve(bundle + ".properties"))) {
                sentences.load(in);
            }
            for (String key : sentences.stringPropertyNames()) {
                String sentence = sentences.getProperty(key);
                int right = place.matcher(sentence).find() ? 2 : 1;
                List<String> found = apostrophes
                        .matcher(sentence)
                        .results()
                        .map(hit -> hit.group())
                        .toList();
                seen += found.size();
                if (found.stream().anyMatch(each -> each.length() != right)) {
                    wrong.add(key);
                }
            }
        }

        assertThat(seen).isGreaterThan(25);
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_key_that_a_page_a_mail_or_a_class_names_has_its_sentence() throws IOException {
        Set<String> named = named().stream().filter(key -> !isBeginning(key)).collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(800);
        assertThat(without(keys, named)).isEmpty();
    }

    @Test
    void every_key_that_is_put_together_has_a_sentence_for_each_value() {
        Set<String> built =
                MessageKeys.BUILT.stream().flatMap(MessageKeys::keys).collect(Collectors.toSet());

        assertThat(MessageKeys.BUILT).allSatisfy(each -> assertThat(each.keys()).isNotEmpty());
        assertThat(built).hasSizeGreaterThan(300);
        assertThat(without(keys, built)).isEmpty();
    }

    @Test
    void every_way_to_put_a_key_together_is_known_here() throws IOException {
        Set<String> beginnings =
                named().stream().filter(MessageBundlesTest::isBeginning).collect(Collectors.toSet());
        Set<String> known =
                MessageKeys.BUILT.stream().map(MessageKeys::beginning).collect(Collectors.toSet());

        assertThat(beginnings).hasSizeGreaterThan(40);
        Set<String> unknown = without(known, beginnings);
        unknown.removeIf(MessageBundlesTest::isOfHistory);
        assertThat(unknown).isEmpty();
    }

    @Test
    void no_sentence_is_kept_that_nobody_says() throws IOException {
        Set<String> said = named();
        MessageKeys.BUILT.stream().flatMap(MessageKeys::keys).forEach(said::add);

        Set<String> unsaid = without(said, keys);
        unsaid.removeIf(MessageBundlesTest::isOfHistory);
        assertThat(unsaid).isEmpty();
    }

    private static Set<String> without(Set<String> some, Set<String> all) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** {@link LedgerWordsTest} sees to those. */
    private static boolean isOfHistory(String key) {
        return key.startsWith("ledger.");
    }

    private static boolean isBeginning(String key) {
        return key.endsWith(".") || key.endsWith("-");
    }

    /** Keys, and beginnings of keys. */
    private static Set<String> named() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path file : files(JAVA, ".java")) {
            named.addAll(found(IN_JAVA, Files.readString(file)));
        }
        for (Path file : files(RESOURCES.resolve("templates"), "")) {
            String text = Files.readString(file);
            named.addAll(found(IN_TEMPLATE, text));
            named.addAll(found(EXPRESSION, text));
        }
        return named;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.group(1)).toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
            assertThat(found).hasSizeGreaterThan(50);
            return found;
        }
    }

    /** The keys of each bundle of {@code spring.messages.basename}, as often as they stand there. */
    private static Map<String, List<String>> bundles() {
        try {
            Object names = new YamlPropertySourceLoader()
                    .load("settings", new FileSystemResource(RESOURCES.resolve("application.yml")))
                    .get(0)
                    .getProperty("spring.messages.basename");
            Map<String, List<String>> bundles = new TreeMap<>();
            for (String name : names.toString().split(",")) {
                bundles.put(name, keys(RESOURCES.resolve(name + ".properties")));
            }
            return bundles;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of every bundle, in one language. */
    private Properties sentences(String ending) throws IOException {
        Properties sentences = new Properties();
        for (String bundle : bundles.keySet()) {
            try (Reader in = Files.newBufferedReader(RESOURCES.resolve(bundle + ending))) {
                sentences.load(in);
            }
        }
        return sentences;
    }

    private static List<String> keys(Path file) throws IOException {
        List<String> keys = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(file)) {
            new Properties() {
                @Override
                public Object put(Object key, Object sentence) {
                    return keys.add(key.toString());
                }
            }.load(text);
        }
        return keys;
    }
}
