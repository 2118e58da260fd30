package fairnotice.refusal;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The languages that Fairnotice has words in. What is put into words is put into the language that is spoken: that of whoever asked for a
 * page, or of whoever a message goes to; English where nobody in particular reads.
 */
public enum Language {
    EN(Locale.ENGLISH, "d MMMM uuuu", ""),
    DE(Locale.GERMAN, "d. MMMM uuuu", " 'Uhr'");

    private static final ThreadLocal<Language> SPOKEN = new ThreadLocal<>();

    private final Locale locale;
    private final String day;
    private final String afterTime;

    Language(Locale locale, String day, String afterTime) {
        this.locale = locale;
        this.day = day;
        this.afterTime = afterTime;
    }

    /** What the reader of what is being said now reads. */
    public static Language spoken() {
        Language spoken = SPOKEN.get();
        return spoken == null ? EN : spoken;
    }

    /** The same, for what asks for a locale. */
    public static Locale reader() {
        return spoken().locale;
    }

    /** English for every other. */
    public static Language of(Locale locale) {
        return known(locale.getLanguage()).orElse(EN);
    }

    /** @param code as ISO 639-1 has it, in any case; empty for a language that there are no words in */
    public static Optional<Language> known(String code) {
        return Stream.of(values())
                .filter(language ->
                        code != null && language.code().equals(code.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Those that there are: "en, de" */
    public static String codes() {
        return Stream.of(values()).map(Language::code).collect(Collectors.joining(", "));
    }

    /** As ISO 639-1 has it: {@code de} */
    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** How a day is written: {@code d MMMM uuuu} */
    public String dayPattern() {
        return day;
    }

    /** The same with a time of that day: {@code d. MMMM uuuu, HH:mm 'Uhr'}. @param time {@code HH:mm} */
    public String momentPattern(String time) {
        return day + ", " + time + afterTime;
    }

    /** Says something in this language, whatever is spoken around it. */
    public <T> T speak(Supplier<T> said) {
        Language before = SPOKEN.get();
        SPOKEN.set(this);
        try {
            return said.get();
        } finally {
            put(before);
        }
    }

    /** Speaks this language on this thread from now on, until what is given back is closed. */
    public Spoken begin() {
        Language before = SPOKEN.get();
        SPOKEN.set(this);
        return () -> put(before);
    }

    private static void put(Language before) {
        if (before == null) {
            SPOKEN.remove();
        } else {
            SPOKEN.set(before);
        }
    }

    /** Ends the use of a language. */
    public interface Spoken extends AutoCloseable {

        @Override
        void close();
    }
}
