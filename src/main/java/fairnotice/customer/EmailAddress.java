package fairnotice.customer;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What we accept as an address: a mailbox of RFC 5321 section 4.1.2 in its unquoted ASCII form at a domain of at least two labels, which
 * every relay takes. Anything that could end a mail header or a line of SMTP is outside of it.
 */
public final class EmailAddress {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS =
            Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+" + LABEL);
    private static final int LONGEST = 254;

    private EmailAddress() {}

    public static boolean isValid(String text) {
        return text != null && text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }

    /** Addresses are compared without case. */
    public static String comparable(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
