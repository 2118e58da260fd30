package fairnotice.notice;

import java.time.LocalDate;
import java.util.List;

/**
 * What a change that has taken effect means for one customer.
 *
 * @param since the first day on which it applies to the customer; null while it does not
 * @param until the last day of an exemption, or of the last order that the customer terminated; null where neither has one
 * @param from the first day after an exemption, or after the last of the orders that the customer terminated and that still run; null where
 *     neither has a last day
 * @param objection reference of the customer's newest objection to it; null for none
 * @param outcome of that objection; null for none
 * @param terminated the orders that the customer terminated because of its objections to it; none without a termination
 * @param admittedFirst whether another objection of the customer counts only once legal has admitted it as a new one
 * @param awaited what that objection waits for from the customer; null where it has nothing to do
 * @param agreedIn reference of its objection to an earlier change of the same vendor, where the exemption that keeps this one from it was agreed
 *     there; null for every other
 */
public record EffectOnCustomer(
        Use use,
        LocalDate since,
        LocalDate until,
        LocalDate from,
        String objection,
        Outcome outcome,
        List<TerminatedOrder> terminated,
        boolean admittedFirst,
        Awaited awaited,
        String agreedIn) {

    public EffectOnCustomer {
        terminated = List.copyOf(terminated);
    }

    /** Of a customer that terminated nothing. */
    public EffectOnCustomer(
            Use use, LocalDate since, LocalDate until, LocalDate from, String objection, Outcome outcome) {
        this(use, since, until, from, objection, outcome, List.of());
    }

    /** Of a customer whose next objection counts from its filing. */
    public EffectOnCustomer(
            Use use,
            LocalDate since,
            LocalDate until,
            LocalDate from,
            String objection,
            Outcome outcome,
            List<TerminatedOrder> terminated) {
        this(use, since, until, from, objection, outcome, terminated, false);
    }

    /** Of a customer that has nothing to do. */
    public EffectOnCustomer(
            Use use,
            LocalDate since,
            LocalDate until,
            LocalDate from,
            String objection,
            Outcome outcome,
            List<TerminatedOrder> terminated,
            boolean admittedFirst) {
        this(use, since, until, from, objection, outcome, terminated, admittedFirst, null, null);
    }

    public EffectOnCustomer awaiting(Awaited step) {
        return new EffectOnCustomer(
                use, since, until, from, objection, outcome, terminated, admittedFirst, step, agreedIn);
    }

    public EffectOnCustomer agreedIn(String earlier) {
        return new EffectOnCustomer(
                use, since, until, from, objection, outcome, terminated, admittedFirst, awaited, earlier);
    }

    /** What a customer may do in its case. */
    public enum Step {
        /** Answer an offer; if it accepts, an agreed day or kind keeps the change away. */
        ANSWER,
        /** Answer an offer; if it accepts, the change may apply to it at once. */
        ANSWER_AT_ONCE,
        /** Answer the offer of a safeguard; if it accepts, the change may apply to it at once, but only with the safeguard. */
        ANSWER_SAFEGUARD,
        APPEAL,
        TERMINATE;

        /** Whether it is to answer an offer. */
        public boolean answersOffer() {
            return this == ANSWER || acceptingAppliesAtOnce();
        }

        /** Whether the change may apply to it as soon as it accepts. */
        public boolean acceptingAppliesAtOnce() {
            return this == ANSWER_AT_ONCE || this == ANSWER_SAFEGUARD;
        }
    }

    /** @param until the last day for it, in the register's zone */
    public record Awaited(Step step, LocalDate until) {}

    /**
     * One of the orders that a customer terminated.
     *
     * @param order the customer's order number
     * @param lines ids of the lines that end; none for the whole order
     * @param lastDay last day of use, in the register's zone
     */
    public record TerminatedOrder(String order, List<String> lines, LocalDate lastDay) {}

    /** Whether it applies, and to other orders of the customer than those it terminated. */
    public boolean isForOtherOrders() {
        return use == Use.IN_EFFECT && !terminated.isEmpty();
    }

    /** Whether it applies to the customer. */
    public enum Use {
        IN_EFFECT,
        /** It was agreed that it never does. */
        EXEMPTED,
        /** It was agreed that it does not before a day. */
        EXEMPTED_UNTIL,
        /** An objection keeps it from the customer. */
        HELD_BACK,
        /** The customer terminated orders, and they still run. */
        LEAVING,
        /** The orders have ended; nothing is left that it could apply to. */
        LEFT,
        /** Its own notice does not let it be used yet. */
        NOT_YET;

        /** Whether there is anything to tell the customer now. */
        boolean isTold() {
            return this != LEFT && this != NOT_YET;
        }
    }

    /** How the customer's newest objection ended, if it has. */
    public enum Outcome {
        OPEN,
        SETTLED,
        /** Settled by a safeguard, without which the vendor may not be used. */
        SAFEGUARDED,
        /** Settled by an exemption whose last day has ended. */
        EXEMPTION_ENDED,
        REFUSED,
        LAPSED,
        NOT_AGREED,
        WITHDRAWN,
        TERMINATED
    }
}
