package fairnotice.refusal;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * A sentence, or a part of one, by its key: whoever shows it puts it into the words of its reader.
 *
 * @param key in {@code messages/phrases.properties}
 * @param arguments what is filled in: texts, numbers, days, values in words, other phrases, and lists of them
 */
public record Phrase(String key, List<Object> arguments) {

    /** The language of the machine is nobody's. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    public Phrase {
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, Arrays.asList(arguments));
    }

    /** "the first and the second": as {@code #{said.all(…)}} says a list in templates */
    public static Phrase all(List<?> parts) {
        return of("said.all", parts);
    }

    /** One sentence after another. */
    public Phrase and(Phrase next) {
        return of("refused.and", this, next);
    }

    /** In English, as logs and the API have it. */
    public String english() {
        return Language.EN.speak(this::said);
    }

    /** In the language that is spoken. */
    public String said() {
        String pattern = pattern(key);
        return arguments.isEmpty()
                ? pattern
                : new MessageFormat(pattern, Language.reader())
                        .format(arguments.stream().map(Phrase::inWords).toArray());
    }

    /** What the phrase is made of in the language that is spoken. */
    static String pattern(String key) {
        return ResourceBundle.getBundle("messages.phrases", Language.reader(), NO_FALLBACK)
                .getString(key);
    }

    /** What is filled in somewhere, in the language that is spoken. */
    public static String inWords(Object argument) {
        if (argument instanceof Phrase phrase) {
            return phrase.said();
        }
        if (argument instanceof List<?> parts) {
            return parts.stream()
                    .map(Phrase::inWords)
                    .reduce((before, last) -> of("said.both", before, last).said())
                    .orElse("");
        }
        if (argument instanceof InWords value) {
            return value.inWords();
        }
        return argument instanceof LocalDate day ? WrittenDay.inWords(day) : String.valueOf(argument);
    }
}
