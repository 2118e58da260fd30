package fairnotice.register;

import fairnotice.calendar.Period;
import fairnotice.calendar.Unit;
import fairnotice.refusal.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what people type: whatever stands around it is no part of it, and nothing but space is nothing. */
final class Typed {

    private static final Pattern PERIOD = Pattern.compile("(\\d{1,4})\\s+(\\S.*)");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");
    private static final Pattern COMMAS = Pattern.compile("[,;\\n]");

    private Typed() {}

    static boolean isBlank(String typed) {
        return typed == null || typed.isBlank();
    }

    /** Null for nothing. */
    static String text(String typed) {
        return isBlank(typed) ? null : typed.replace("\r\n", "\n").strip();
    }

    /** What blank lines set apart, each in one line. */
    static List<String> paragraphs(String typed) {
        return isBlank(typed)
                ? List.of()
                : PARAGRAPHS
                        .splitAsStream(text(typed))
                        .map(paragraph -> paragraph.strip().replaceAll("\\s*\\n\\s*", " "))
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList();
    }

    /** What commas set apart. */
    static List<String> several(String typed) {
        return isBlank(typed)
                ? List.of()
                : COMMAS.splitAsStream(typed)
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
    }

    /** "30 days", "10 Arbeitstage": in the words of any language that there is. */
    static Optional<Period> period(String typed) {
        Matcher written = PERIOD.matcher(isBlank(typed) ? "" : typed.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(written.group(1));
        String text = amount + " " + written.group(2).strip();
        return Arrays.stream(Unit.values())
                .map(unit -> new Period(amount, unit))
                .filter(period -> spellings(period).anyMatch(text::equalsIgnoreCase))
                .findFirst();
    }

    private static Stream<String> spellings(Period period) {
        return Stream.concat(
                Stream.of(period.toString()), Stream.of(Language.values()).map(each -> each.speak(period::inWords)));
    }
}
