package fairnotice.refusal;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What we accept as an address, at every door: a mailbox of RFC 5321 section 4.1.2 in its unquoted ASCII form at a domain of at least two
 * labels, which every relay takes. An internationalised domain is kept in its ASCII form ({@code ann@bücher.example} as
 * {@code ann@xn--bcher-kva.example}), so that addresses are compared and sent to in one spelling. Anything that could end a mail header or
 * a line of SMTP is outside of it.
 */
public final class EmailAddress {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+" + LABEL);
    private static final Pattern BLANKS_AROUND = Pattern.compile("^[\\s\\u00a0\\ufeff]+|[\\s\\u00a0\\ufeff]+$");

    /** Characters that RFC 3490 and RFC 5891 encode as two different domains (RFC 5894 section 7.2), so that mail could go to the wrong one. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00df\\u1e9e\\u03c2\\u200c\\u200d]");

    /** Format characters and selectors of a variant, which the encoding of a domain drops (RFC 3454 table B.1): one address would be two. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\u034F\\uFE00-\\uFE0F]");

    private static final int LONGEST = 254;

    private EmailAddress() {}

    /** An address as it is kept: without blanks around it, and its domain in ASCII where there is such a form. Null stays null. */
    public static String kept(String typed) {
        if (typed == null) {
            return null;
        }
        String text = BLANKS_AROUND.matcher(typed).replaceAll("");
        int domain = text.lastIndexOf('@') + 1;
        return domain == 0 ? text : text.substring(0, domain) + inAscii(text.substring(domain));
    }

    private static String inAscii(String domain) {
        if (isAscii(domain)
                || AMBIGUOUS.matcher(domain).find()
                || UNSEEN.matcher(domain).find()) {
            return domain;
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException noDomain) {
            return domain;
        }
    }

    /** @param kept see {@link #kept} */
    public static boolean isValid(String kept) {
        return kept != null && kept.length() <= LONGEST && ADDRESS.matcher(kept).matches();
    }

    /** Why an address is not accepted. @param otherwise key of the sentence when nothing more particular can be said, with what is filled in */
    public static Phrase whyNot(String kept, String otherwise, Object... arguments) {
        if (kept != null && UNSEEN.matcher(kept).find()) {
            return Phrase.of("refused.email.unseen");
        }
        int at = kept == null ? -1 : kept.lastIndexOf('@');
        if (at > 0 && !isAscii(kept.substring(0, at))) {
            return Phrase.of("refused.email.local");
        }
        if (at > 0 && AMBIGUOUS.matcher(kept.substring(at)).find()) {
            return Phrase.of("refused.email.domain");
        }
        return Phrase.of(otherwise, arguments);
    }

    /** Addresses are compared without case. @param kept see {@link #kept} */
    public static String comparable(String kept) {
        return kept.toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }
}
