package fairnotice.customer;

import fairnotice.calendar.Period;

/**
 * What one customer negotiated that differs from the policy; null leaves the policy's word.
 *
 * @param expeditedAllowed whether this customer's agreement lets a security-critical change go first
 * @param clause where it is agreed
 */
public record Terms(Period notice, Period objection, Boolean expeditedAllowed, String clause) {

    public static final Terms NONE = new Terms(null, null, null, null);
}
