package fairnotice.customer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** By what invoices are told apart, however their numbers are written. */
public final class InvoiceNumber {

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{C}]+");
    private static final Pattern HYPHENS = Pattern.compile("\\p{Pd}");

    private InvoiceNumber() {}

    /** The number without case, blanks, what is not seen, and ways to write a letter or a hyphen. */
    public static String key(String invoice) {
        String plain = Normalizer.normalize(invoice, Normalizer.Form.NFKC);
        return HYPHENS.matcher(UNSEEN.matcher(plain).replaceAll(""))
                .replaceAll("-")
                .toLowerCase(Locale.ROOT);
    }
}
