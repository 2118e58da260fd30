package fairnotice.change;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** By what a vendor is recognised under another spelling of its names, and beside another word. */
final class VendorNames {

    private static final int SHORTEST = 4;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}\\p{Cf}]+");

    /** A trade mark's sign would become two letters. */
    private static final Pattern SYMBOLS = Pattern.compile("\\p{So}");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]");

    /** Words that many vendors have in their names, legal forms among them, as {@link Countries#alike} spells them. */
    private static final Set<String> COMMON = Set.copyOf(
            Arrays.stream("""
                    analytics aktiengesellschaft backup backups besloten business cloud communication communications company
                    corp corporation customer data digital email europe european gesellschaft global gmbh group health holding
                    holdings hosting infrastructure international ireland limited mail media messaging mobile naamloze network
                    networks online payments platform platforms private research security service services software solution
                    solutions storage studio support systems team technologies technology vennootschap voice web with work
                    """.strip().split("\\s+")).map(Countries::alike).toList());

    private VendorNames() {}

    /** All of it, whatever stands between its letters. */
    static String folded(String name) {
        return NO_LETTERS.matcher(plain(name)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Each word that tells it from others, by letters that look alike: "word vaultllne" of "Vau1tline Cloud B.V.". */
    static Stream<String> words(String name) {
        return BETWEEN.splitAsStream(plain(name))
                .map(word -> Countries.alike(UNSEEN.matcher(word).replaceAll("")))
                .filter(word -> word.length() >= SHORTEST && !COMMON.contains(word))
                .map(word -> "word " + word);
    }

    private static String plain(String name) {
        return Normalizer.normalize(SYMBOLS.matcher(name).replaceAll(" "), Normalizer.Form.NFKD);
    }
}
