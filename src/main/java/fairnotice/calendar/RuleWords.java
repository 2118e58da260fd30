package fairnotice.calendar;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of {@code messages/rules.properties} and its translations, with days as their language writes them. */
final class RuleWords {

    /** The language of the machine is nobody's. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    RuleWords(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("messages.rules", locale, NO_FALLBACK);
    }

    String said(String key, Object... values) {
        String words = bundle.getString("deadline." + key);
        return values.length == 0 ? words : new MessageFormat(words, locale).format(values);
    }

    /** "Thursday 12 November 2026" */
    String day(LocalDate day) {
        return formatter("day").format(day);
    }

    /** "Thu 12 Nov 2026" */
    String shortDay(LocalDate day) {
        return formatter("day.short").format(day);
    }

    /** "09:30" */
    String time(ZonedDateTime time) {
        return formatter("time").format(time);
    }

    private DateTimeFormatter formatter(String key) {
        return DateTimeFormatter.ofPattern(bundle.getString("deadline.format." + key), locale);
    }
}
