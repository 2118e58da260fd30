package fairnotice.refusal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Days and moments as people and machines write them: ISO 8601, in a year of this century or its neighbours. A year beyond has no holidays,
 * and counting from it can leave what a database and a clock can hold.
 */
public final class WrittenDay {

    /** How a day is written; to be shown where one could not be read. */
    public static final Phrase HOW = Phrase.of("refused.day.written");

    private static final Pattern YEAR = Pattern.compile("(19|20|21)\\d\\d-.*", Pattern.DOTALL);

    private WrittenDay() {}

    /** As people read a day, in the language that is spoken: "14 March 2026", "14. März 2026". */
    public static String inWords(LocalDate day) {
        return formatted(Language.spoken().dayPattern(), day);
    }

    /** The same with the time of day: "14 March 2026, 09:30" */
    public static String minute(LocalDateTime moment) {
        return formatted(Language.spoken().momentPattern("HH:mm"), moment);
    }

    /** The same to the second. */
    public static String second(LocalDateTime moment) {
        return formatted(Language.spoken().momentPattern("HH:mm:ss"), moment);
    }

    /** A day that was kept in English words: "14 March 2026"; empty where the text is none. */
    public static Optional<LocalDate> kept(String text) {
        try {
            return Optional.of(
                    LocalDate.parse(text, DateTimeFormatter.ofPattern(Language.EN.dayPattern(), Language.EN.locale())));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static String formatted(String pattern, TemporalAccessor moment) {
        return DateTimeFormatter.ofPattern(pattern, Language.reader()).format(moment);
    }

    /** @return empty when the text is no day, or not one of these years */
    public static Optional<LocalDate> day(String text) {
        return read(text, LocalDate::parse);
    }

    /** @return empty when the text is no moment in UTC, or not one of these years */
    public static Optional<Instant> moment(String text) {
        return read(text, Instant::parse);
    }

    /** @return a day and a time of it; empty when the text is neither, or not one of these years */
    public static Optional<LocalDateTime> local(String text) {
        return read(text, LocalDateTime::parse);
    }

    /**
     * A day of a form.
     *
     * @return null when nothing was typed
     * @throws Refused when it is no such day
     */
    public static LocalDate typed(String field, String text) {
        return text == null || text.isBlank() ? null : day(text.strip()).orElseThrow(() -> Refused.invalid(field, HOW));
    }

    private static <T> Optional<T> read(String text, Function<String, T> reader) {
        try {
            return text != null && YEAR.matcher(text).matches() ? Optional.of(reader.apply(text)) : Optional.empty();
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
