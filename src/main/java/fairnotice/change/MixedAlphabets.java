package fairnotice.change;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words with letters of several alphabets whose letters look alike: "Indi\u0430" with a Cyrillic ending (Unicode TS 39, section 5). */
final class MixedAlphabets {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    private static final Set<UnicodeScript> ALIKE = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE,
            UnicodeScript.COPTIC);

    private MixedAlphabets() {}

    /** The first such word. */
    static Optional<String> word(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(MixedAlphabets::isMixed)
                .findFirst();
    }

    private static boolean isMixed(String word) {
        return word.codePoints()
                        .mapToObj(UnicodeScript::of)
                        .filter(ALIKE::contains)
                        .collect(Collectors.toSet())
                        .size()
                > 1;
    }
}
