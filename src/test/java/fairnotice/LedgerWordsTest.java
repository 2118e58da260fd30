package fairnotice;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.change.Step;
import fairnotice.notice.Occasion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of entry that the code can write is a sentence for its reader, and every fact in it has a label. */
class LedgerWordsTest {

    private static final Path MAIN = Path.of("src/main/java/fairnotice");
    private static final String AREAS =
            "change|objection|termination|refund|notice|publisher|register|staff|tokens?|subscription|contact|customers|link-key|mail-server|person|tasks|mailing|step";
    private static final Pattern KIND = Pattern.compile("\"((?:" + AREAS + ")\\.[a-z-]*)\"");
    private static final Pattern FACT = Pattern.compile("\\.with\\(\"([^\"]+)\"");

    /** The kinds that are put together from a beginning and a word. */
    private static final Map<String, Collection<String>> BUILT = Map.of(
            "change.",
            Stream.concat(words(Step.values()), Stream.of("review-overdue", "review-escalated"))
                    .toList(),
            "notice.",
            words(Occasion.values()).toList());

    /** Whole documents and what stands on the page anyway; no history tells them. */
    private static final Set<String> UNTOLD = Set.of(
            "subprocessor",
            "worksheet",
            "statement",
            "payments",
            "register",
            "kind",
            "replaces",
            "personalData",
            "material");

    private final Properties sentences = sentences();

    @Test
    void every_kind_of_entry_has_a_sentence() throws IOException {
        Set<String> kinds = kinds();

        assertThat(kinds).hasSizeGreaterThan(70);
        assertThat(kinds.stream().filter(kind -> !sentences.containsKey("ledger." + kind)))
                .isEmpty();
    }

    @Test
    void every_fact_of_an_entry_has_a_label() throws IOException {
        Set<String> facts = found(FACT);
        facts.removeAll(UNTOLD);

        assertThat(facts).hasSizeGreaterThan(40);
        assertThat(facts.stream().filter(fact -> !sentences.containsKey(label(fact))))
                .isEmpty();
    }

    @Test
    void no_sentence_is_kept_for_what_is_never_written() throws IOException {
        Set<String> said = kinds().stream().map(kind -> "ledger." + kind).collect(Collectors.toSet());
        found(FACT).forEach(fact -> said.add(label(fact)));
        List.of("ACCEPT", "DROP", "TERMINATE").forEach(purpose -> said.add("ledger.purpose." + purpose));
        List.of("soon", "overdue", "escalated").forEach(stage -> said.add("ledger.stage." + stage));
        said.add("ledger.yes");

        assertThat(sentences.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("ledger."))
                        .filter(key -> !said.contains(key)))
                .isEmpty();
    }

    static String label(String fact) {
        return "ledger.detail." + fact.replace(' ', '-');
    }

    static Set<String> kinds() throws IOException {
        Set<String> kinds = new TreeSet<>();
        for (String kind : found(KIND)) {
            if (kind.endsWith(".")) {
                assertThat(BUILT).containsKey(kind);
                BUILT.get(kind).forEach(word -> kinds.add(kind + word));
            } else {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** In the files that write into the ledger. */
    private static Set<String> found(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(LedgerWordsTest::text)
                    .filter(text -> Pattern.compile(
                                    "\\b(Change|Objection|Termination)Entries\\b|ledger\\.Entry;|class ErasingValues")
                            .matcher(text)
                            .find())
                    .flatMap(text -> pattern.matcher(text).results().map(hit -> hit.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> words(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Properties sentences() {
        Properties sentences = new Properties();
        try (var bundle = Files.newBufferedReader(Path.of("src/main/resources/messages/workspace.properties"))) {
            sentences.load(bundle);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sentences;
    }
}
