package fairnotice.web.workspace;

import fairnotice.web.Phrases;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A browser and its system by the names that people know them by; in templates {@code ${@browserInWords.named(…)}}. What a browser calls itself names
 * its ancestors too, so the order matters. The few that people use are told apart: what no list knows is "another browser", and nobody's text is
 * matched against a catalogue of patterns.
 */
@Component("browserInWords")
class BrowserInWords {

    private static final String[][] BROWSERS = {
        {"Edg", "Edge"},
        {"OPR/", "Opera"},
        {"SamsungBrowser", "Samsung Internet"},
        {"Firefox/", "Firefox"},
        {"FxiOS", "Firefox"},
        {"Chrome/", "Chrome"},
        {"CriOS", "Chrome"},
        {"Safari/", "Safari"},
        {"curl/", "curl"}
    };

    private static final String[][] SYSTEMS = {
        {"Windows", "Windows"},
        {"Android", "Android"},
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Mac OS X", "macOS"},
        {"CrOS", "ChromeOS"},
        {"Linux", "Linux"}
    };

    private final Phrases phrases;

    BrowserInWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** @param called what it called itself; null where it was not kept */
    public String named(String called) {
        Optional<String> browser = first(BROWSERS, called);
        Optional<String> system = first(SYSTEMS, called);
        if (browser.isEmpty() || system.isEmpty()) {
            return browser.or(() -> system).orElseGet(() -> phrases.said("workspace.sessions.browser.other"));
        }
        return phrases.said("workspace.sessions.browser", browser.get(), system.get());
    }

    private static Optional<String> first(String[][] known, String called) {
        return called == null
                ? Optional.empty()
                : Stream.of(known)
                        .filter(each -> called.contains(each[0]))
                        .map(each -> each[1])
                        .findFirst();
    }
}
