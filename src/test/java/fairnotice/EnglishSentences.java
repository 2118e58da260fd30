package fairnotice;

import fairnotice.refusal.KeptPattern;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** Finds what a bundle says in English on a page that is to be in German. */
public final class EnglishSentences {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern TWO_WORDS = Pattern.compile("\\p{L}{2,}[ ,.;:]+\\p{L}{2,}");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern TAG = Pattern.compile("(?s)<(script|style|textarea)\\b.*?</\\1>|<[^>]*>");

    /** A subject of a mail, which is shown as it was sent, reads like one. */
    private static final String TITLE = ".title";

    /** A sentence with places to fill in. @param words what stands between the places */
    private record Filled(String pattern, List<String> words) {

        static Filled of(String pattern) {
            return new Filled(
                    pattern,
                    PLACE.splitAsStream(pattern)
                            .map(words -> words.replace("''", "'"))
                            .toList());
        }

        /** Looks for the words first, which takes a fraction of reading the pattern. */
        boolean says(String text) {
            return words.stream().allMatch(text::contains)
                    && KeptPattern.filledIn(pattern, text).isPresent();
        }
    }

    /** By their keys. */
    private final Map<String, Filled> patterns = new TreeMap<>();

    private final Set<String> sentences = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    public EnglishSentences() {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            files.filter(file -> !file.toString().endsWith("_de.properties")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path bundle) {
        Properties english = read(bundle);
        Properties german =
                read(bundle.resolveSibling(bundle.getFileName().toString().replace(".properties", "_de.properties")));
        for (String key : english.stringPropertyNames()) {
            String sentence = english.getProperty(key);
            String words = PLACE.matcher(sentence).replaceAll(" ");
            if (!TWO_WORDS.matcher(words).find() || words.contains("{") || sentence.equals(german.getProperty(key))) {
                continue;
            }
            if (words.equals(sentence)) {
                sentences.add(sentence);
            } else if (!key.endsWith(TITLE)
                    && PLACE.matcher(sentence)
                                    .results()
                                    .map(hit -> hit.group())
                                    .distinct()
                                    .count()
                            == PLACE.matcher(sentence).results().count()) {
                patterns.put(key, Filled.of(sentence));
            }
        }
    }

    private static Properties read(Path file) {
        Properties sentences = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            sentences.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }

    /** Each is found once, on the first page that says it. */
    public Set<String> on(String page) {
        Set<String> found = new TreeSet<>();
        TAG.splitAsStream(page)
                .flatMap(text -> HtmlUtils.htmlUnescape(text).lines())
                .map(String::strip)
                .filter(text -> TWO_WORDS.matcher(text).find() && known.add(text))
                .filter(this::isEnglish)
                .forEach(found::add);
        return found;
    }

    private boolean isEnglish(String text) {
        return sentences.contains(text) || patterns.values().stream().anyMatch(pattern -> pattern.says(text));
    }
}
