package fairnotice.refusal;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Words that look like others because of letters of another alphabet (Unicode UTS #39, 5.1, single script). */
public final class Alphabets {

    /** What is wrong with such a text, for whoever typed or pasted it. */
    public static final Phrase MIXED = Phrase.of("refused.alphabets");

    private static final String WORD = "[\\p{L}\\p{M}\\p{N}]*";
    private static final Pattern MIXES = Pattern.compile("\\p{IsLatin}" + WORD
            + "[\\p{IsCyrillic}\\p{IsGreek}\\p{IsArmenian}\\p{IsCherokee}]"
            + "|[\\p{IsCyrillic}\\p{IsGreek}\\p{IsArmenian}\\p{IsCherokee}]" + WORD + "\\p{IsLatin}");

    /** Letters of alphabets that people write today, digits, marks, punctuation, blanks and ASCII. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?:[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsArabic}\\p{IsHebrew}"
                    + "\\p{IsDevanagari}\\p{IsThai}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}&&\\p{L}]"
                    + "|[\\p{M}\\p{Nd}\\p{P}\\p{Zs}]|\\p{ASCII})*");

    /** Phonetic notation, of which small capitals are, and letters without a form, which nobody sees (UTS #39, Technical and Default_Ignorable). */
    private static final Pattern UNUSUAL = Pattern.compile(
            "[[\\p{IsLatin}&&[\\u0250-\\u02af\\u1d00-\\u1dbf\\u2c60-\\u2c7f\\ua720-\\ua7ff\\uab30-\\uab6f]]\\u115f\\u1160\\u3164\\uffa0\\u2800]");

    private Alphabets() {}

    /**
     * Whether one of its words has Latin letters beside those of an alphabet whose letters look like them.
     *
     * @param text no longer than a line, since each letter is looked at with all that follow it
     */
    public static boolean areMixed(String text) {
        return MIXES.matcher(text).find();
    }

    /** Whether it has letters or signs that look like common ones, or like nothing, and are others in every comparison. */
    public static boolean isDisguised(String text) {
        return UNUSUAL.matcher(text).find()
                || !WRITTEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .matches();
    }
}
