package fairnotice.access;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What a security officer wants to know: one line of the log {@code fairnotice.security}, as text and as key-value pairs for a structured
 * format. It names ids and networks, never people, and nothing in it can be typed by somebody to read as another line or field.
 *
 * @param name what happened: {@code sign-in}
 * @param facts whatever else is known: {@code actor}, {@code client}, {@code page} …
 */
public record SecurityEvent(String name, Outcome outcome, Map<String, String> facts) {

    /** What came of it. */
    public enum Outcome {
        DONE,
        /** Tried, and wrong or not allowed. */
        REFUSED,
        /** Not even looked at: too often. */
        LIMITED
    }

    private static final Logger LOG = LoggerFactory.getLogger("fairnotice.security");
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._:/@+*…-]");
    private static final int LONGEST = 120;

    public static SecurityEvent done(String name) {
        return new SecurityEvent(name, Outcome.DONE, Map.of());
    }

    public static SecurityEvent refused(String name) {
        return new SecurityEvent(name, Outcome.REFUSED, Map.of());
    }

    public static SecurityEvent limited(String name) {
        return new SecurityEvent(name, Outcome.LIMITED, Map.of());
    }

    /** This event with one more fact; null is left out. */
    public SecurityEvent fact(String label, Object value) {
        Map<String, String> more = new TreeMap<>(facts);
        if (value != null) {
            more.put(label, clean(value.toString()));
        }
        return new SecurityEvent(name, outcome, more);
    }

    /** Writes it down. */
    public void log() {
        LoggingEventBuilder line = LOG.atLevel(outcome == Outcome.DONE ? Level.INFO : Level.WARN)
                .addKeyValue("event", name)
                .addKeyValue("outcome", outcome.name());
        facts.forEach(line::addKeyValue);
        line.log(toString());
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder("event=" + name + " outcome=" + outcome);
        facts.forEach((fact, value) -> line.append(' ').append(fact).append('=').append(value));
        return line.toString();
    }

    private static String clean(String value) {
        String text = OTHERS.matcher(Secrets.redacted(value)).replaceAll("_");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
