package fairnotice.register.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What stands between the cells of a table, told by its first lines. */
final class Separator {

    private static final int LINES = 10;
    private static final int ALIKE = 1_000;
    private static final List<Character> OTHERS = List.of(';', '|', ',');

    private Separator() {}

    /** A tab where there is one: it is typed into no cell. Else what most of the lines have as often as the first. */
    static char of(String text) {
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
        return Stream.of('\t')
                .filter(tab -> !lines.isEmpty() && lines.get(0).indexOf(tab) >= 0)
                .findFirst()
                .orElseGet(() -> OTHERS.stream()
                        .max(Comparator.comparingInt(each -> score(each, lines)))
                        .orElseThrow());
    }

    private static int score(char separator, List<String> lines) {
        int first = lines.isEmpty() ? 0 : count(separator, lines.get(0));
        return first == 0
                ? 0
                : ALIKE
                                * (int) lines.stream()
                                        .filter(line -> count(separator, line) == first)
                                        .count()
                        + first;
    }

    /** Outside of quotes. */
    private static int count(char separator, String line) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += !quoted && line.charAt(i) == separator ? 1 : 0;
        }
        return count;
    }
}
