package fairnotice.ledger;

import fairnotice.refusal.Refused;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of the chain at some moment. A head that is kept elsewhere (printed, mailed, in an evidence pack) is the anchor against which
 * a later cut-off shows.
 *
 * @param position of the last seal; 0 before the first
 * @param hash of the last seal, hex SHA-256
 */
public record Head(long position, String hash) {

    /** Where every chain begins; as an anchor, it asks nothing. */
    public static final Head GENESIS = new Head(0, "0".repeat(64));

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\s*:\\s*([0-9a-f]{64})");

    /** As it is shown to be kept: {@code 128:9f86d0…}. */
    public String text() {
        return position + ":" + hash;
    }

    /**
     * A head as it was shown, kept and copied back.
     *
     * @param field where it was typed
     * @throws Refused when it is none
     */
    public static Head read(String field, String text) {
        Matcher head = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!head.matches() || isNoHead(head)) {
            throw Refused.invalid(field, "refused.ledger.head");
        }
        return new Head(Long.parseLong(head.group(1)), head.group(2));
    }

    /** Before the first entry there is one hash only. */
    private static boolean isNoHead(Matcher head) {
        return Long.parseLong(head.group(1)) == 0 && !head.group(2).equals(GENESIS.hash);
    }
}
