package fairnotice.refusal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was filled into a pattern of a bundle, read back from the text that came of it. */
public final class KeptPattern {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:,choice,([^{}]*))?}");

    /** What stands before each of a choice. */
    private static final Pattern LIMIT = Pattern.compile("(?:^|\\|)[0-9]+[#<]");

    private KeptPattern() {}

    /**
     * @param pattern as {@link java.text.MessageFormat} has it; each place stands in it once, and as it is; a choice of words may be any of them
     * @return what stands in the places, by their numbers; empty where the text is of another pattern
     */
    public static Optional<List<String>> filledIn(String pattern, String text) {
        StringBuilder expression = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        Matcher place = PLACE.matcher(pattern);
        int at = 0;
        while (place.find()) {
            expression.append(quoted(pattern.substring(at, place.start())));
            if (place.group(2) == null) {
                expression.append("(.+?)");
                places.add(Integer.valueOf(place.group(1)));
            } else {
                expression.append(anyOf(place.group(2)));
            }
            at = place.end();
        }
        Matcher found = Pattern.compile(expression + quoted(pattern.substring(at)), Pattern.DOTALL)
                .matcher(text);
        return found.matches() ? Optional.of(byPlace(places, found)) : Optional.empty();
    }

    private static List<String> byPlace(List<Integer> places, MatchResult found) {
        List<String> filled =
                new ArrayList<>(Collections.nCopies(1 + places.stream().reduce(-1, Math::max), ""));
        for (int group = 1; group <= places.size(); group++) {
            filled.set(places.get(group - 1), found.group(group));
        }
        return filled;
    }

    private static String anyOf(String choice) {
        return LIMIT.splitAsStream(choice)
                .filter(words -> !words.isEmpty())
                .map(KeptPattern::quoted)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String quoted(String text) {
        return Pattern.quote(text.replace("''", "'"));
    }
}
