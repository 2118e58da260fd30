package fairnotice.mail;

/**
 * Keeps what people typed from being read as a {@code {{field}}}: in a composed letter no typed brace stands as a brace, but as a control
 * character that is taken out of what is typed. So nothing that is typed, in one value or in several side by side, adds up to a field.
 */
public final class TypedBraces {

    /** U+0002, which no page and no mail may hold. */
    private static final char STANDS_FOR_A_BRACE = '\u0002';

    private TypedBraces() {}

    /** As it is kept in a composed letter. */
    public static String hidden(String typed) {
        return typed.replace(String.valueOf(STANDS_FOR_A_BRACE), "").replace('{', STANDS_FOR_A_BRACE);
    }

    /** As it was typed, for who reads it: only for words that are not read for fields any more. */
    public static String shown(String words) {
        return words.replace(STANDS_FOR_A_BRACE, '{');
    }
}
