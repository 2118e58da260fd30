package fairnotice.refusal;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A sentence, or a part of one, by its key: whoever shows it puts it into the words of its reader.
 *
 * @param key in {@code messages/phrases.properties}
 * @param arguments what is filled in: texts, numbers, days, and other phrases
 */
public record Phrase(String key, List<Object> arguments) {

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("messages.phrases", Locale.ROOT);

    public Phrase {
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, Arrays.asList(arguments));
    }

    /** One sentence after another. */
    public Phrase and(Phrase next) {
        return of("refused.and", this, next);
    }

    /** In English, as logs and the API have it. */
    public String english() {
        String pattern = ENGLISH.getString(key);
        return arguments.isEmpty()
                ? pattern
                : new MessageFormat(pattern, Locale.ENGLISH)
                        .format(arguments.stream().map(Phrase::english).toArray());
    }

    private static String english(Object argument) {
        if (argument instanceof Phrase phrase) {
            return phrase.english();
        }
        return argument instanceof LocalDate day ? WrittenDay.inWords(day) : String.valueOf(argument);
    }
}
