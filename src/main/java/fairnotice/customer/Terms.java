package fairnotice.customer;

import fairnotice.calendar.Period;
import java.util.Objects;

/**
 * What one customer negotiated that differs from the policy; null leaves the policy's word.
 *
 * @param expeditedAllowed whether this customer's agreement lets a security-critical change go first
 * @param clause where it is agreed
 */
public record Terms(Period notice, Period objection, Boolean expeditedAllowed, String clause) {

    /** Where it is agreed is no term. */
    boolean isSameAs(Terms other) {
        return Objects.equals(notice, other.notice)
                && Objects.equals(objection, other.objection)
                && Objects.equals(expeditedAllowed, other.expeditedAllowed);
    }

    public static final Terms NONE = new Terms(null, null, null, null);
}
