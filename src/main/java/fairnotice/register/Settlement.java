package fairnotice.register;

import fairnotice.calendar.Period;
import java.util.List;
import java.util.Set;

/**
 * How an objection is settled: the publisher's own times, what it offers, and who may speak for a customer. Every period runs from the
 * step before it, in the policy's zone.
 *
 * @param answerWithin the publisher's time for each of its steps: to assess the grounds, to decide an appeal, to make an offer; its silence
 *     never counts against the customer
 * @param contestWithin how long a refusal may be contested, once, before another reviewer
 * @param cureWithin how long the customer may consider an offer, and how long after the day on which an offer was due the publisher may still
 *     make it
 * @param cures what legal may offer
 * @param authority contact roles, by name, that may accept, withdraw and terminate for the customer; where no contact has one, all may
 * @param remindBefore how long before a date whoever has to keep it is reminded
 * @param escalateAfter how long after a missed date the administrators are told as well
 * @param termination what a customer may do when no agreement is found; null where the policy states no remedy
 */
public record Settlement(
        Period answerWithin,
        Period contestWithin,
        Period cureWithin,
        Set<Cure> cures,
        List<String> authority,
        Period remindBefore,
        Period escalateAfter,
        Termination termination) {

    /** What legal may offer to settle an objection. */
    public enum Cure {
        /** What was doubted is explained. */
        EXPLANATION,
        /** A measure is taken for this customer or for all. */
        SAFEGUARD,
        /** The vendor is not used for this customer, for ever or until a day. */
        EXEMPTION,
        /** The change is given up. */
        WITHDRAWAL
    }

    /**
     * The end of affected orders.
     *
     * @param electWithin how long the customer may choose it after it was offered; then the offer lapses
     * @param notice the earliest end: so long after the choice; null for at once
     * @param atLatest the latest end: so long after the choice
     * @param refund whether the pre-paid unused fee is given back
     * @param outstandingFeesPayable whether fees invoiced and not yet paid stay owed for the time after the end
     * @param dataAfterEnd what the publisher states of the customer's personal data after it (GDPR art. 28(3)(g)); null where it states
     *     nothing
     */
    public record Termination(
            Period electWithin,
            Period notice,
            Period atLatest,
            boolean refund,
            boolean outstandingFeesPayable,
            String dataAfterEnd) {}
}
