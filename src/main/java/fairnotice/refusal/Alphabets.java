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

    /** Latin letters beyond Latin Extended-B that are not written with marks: small capitals and others of phonetic notation (UTS #39, Technical). */
    private static final Pattern PHONETIC =
            Pattern.compile("[\\p{IsLatin}&&[\u0250-\u02af\u1d00-\u1dbf\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]]");

    private Alphabets() {}

    /** Whether one of its words has Latin letters beside those of an alphabet whose letters look like them. */
    public static boolean areMixed(String text) {
        return MIXES.matcher(text).find();
    }

    /** Whether it has letters that look like common ones and are others in every comparison. */
    public static boolean isPhonetic(String text) {
        return PHONETIC.matcher(text).find();
    }
}
