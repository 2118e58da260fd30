package fairnotice.calendar;

import java.time.ZoneId;

/**
 * How one period of a promise is counted.
 *
 * @param period how long
 * @param zone where its days begin and end
 * @param rollsForward whether a last day on a weekend or holiday moves to the next business day
 *     (Regulation (EEC, Euratom) 1182/71, art. 3(4))
 * @param clause where the promise is written, for example "DPA §05"
 * @param setBy who set the period where no promise states it; null where a clause does, or where nobody is to be named
 * @param of what the period is, where one clause states more than one
 */
public record CountingRule(Period period, ZoneId zone, boolean rollsForward, String clause, String setBy, Of of) {

    /** What a period is, as its explanation calls it. */
    public enum Of {
        NOTICE,
        OBJECTION,
        OTHER
    }

    public CountingRule(Period period, ZoneId zone, boolean rollsForward, String clause) {
        this(period, zone, rollsForward, clause, null, Of.OTHER);
    }

    /** A period that no promise states. */
    public static CountingRule setBy(String publisher, Period period, ZoneId zone, boolean rollsForward) {
        return new CountingRule(period, zone, rollsForward, null, publisher, Of.OTHER);
    }

    public CountingRule withPeriod(Period other, String otherClause) {
        return new CountingRule(other, zone, rollsForward, otherClause);
    }

    /** The same rule, by the name its period has for a reader. */
    public CountingRule called(Of other) {
        return new CountingRule(period, zone, rollsForward, clause, setBy, other);
    }
}
