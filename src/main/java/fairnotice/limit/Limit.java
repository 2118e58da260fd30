package fairnotice.limit;

import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What is counted together.
 *
 * @param kind what is limited: {@code mail/client}
 * @param whose by whom, or about whom: an address of a network, a mailbox, a user name
 * @param queues whether whoever finds it used up is given the next free place, and waits for it
 */
public record Limit(String kind, String whose, Allowance allowance, boolean queues) {

    private static final int DIGEST = 16;

    public static Limit of(String kind, String whose, Allowance allowance) {
        return new Limit(kind, whose, allowance, false);
    }

    Limit queueing() {
        return new Limit(kind, whose, allowance, true);
    }

    /** Names it in the table, where no address and no name stands. */
    public String key() {
        return kind + "/" + HexFormat.of().formatHex(DigestUtils.sha256(whose), 0, DIGEST);
    }
}
