package fairnotice.refusal;

import java.util.regex.Pattern;

/** Words that look like others because of letters of another alphabet (Unicode UTS #39, 5.1, single script). */
public final class Alphabets {

    /** What is wrong with such a text, for whoever typed or pasted it. */
    public static final Phrase MIXED = Phrase.of("refused.alphabets");

    private static final String WORD = "[\\p{L}\\p{M}\\p{N}]*";
    private static final Pattern MIXES = Pattern.compile("\\p{IsLatin}" + WORD
            + "[\\p{IsCyrillic}\\p{IsGreek}\\p{IsArmenian}\\p{IsCherokee}]"
            + "|[\\p{IsCyrillic}\\p{IsGreek}\\p{IsArmenian}\\p{IsCherokee}]" + WORD + "\\p{IsLatin}");

    private Alphabets() {}

    /**
     * Whether one of its words has Latin letters beside those of an alphabet whose letters look like them.
     *
     * @param text no longer than a line, since each letter is looked at with all that follow it
     */
    public static boolean areMixed(String text) {
        return MIXES.matcher(text).find();
    }
}
