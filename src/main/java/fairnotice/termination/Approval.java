package fairnotice.termination;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * How finance judged a refund.
 *
 * @param altered other refunds before tax, by currency; empty when they are as worked out
 * @param reason why they are other; shown on the statement; null when they are not
 * @param approver user name; of an altered refund, who altered it
 * @param second user name of who agreed to an altered refund; null while none was needed or given
 * @param secondAt null as long as {@code second} is
 */
public record Approval(
        Map<String, BigDecimal> altered, String reason, String approver, Instant at, String second, Instant secondAt) {

    public Approval {
        altered = Map.copyOf(altered);
    }

    static Approval asCalculated(String approver, Instant at) {
        return new Approval(Map.of(), null, approver, at, null, null);
    }

    public boolean isAltered() {
        return !altered.isEmpty();
    }

    Approval agreedBy(String other, Instant when) {
        return new Approval(altered, reason, approver, at, other, when);
    }

    /** Whose word the refund is paid on: the second person's for an altered one; null while that is awaited. */
    public String releasedBy() {
        return isAltered() ? second : approver;
    }
}
