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
 */
public record CountingRule(Period period, ZoneId zone, boolean rollsForward, String clause, String setBy) {

    public CountingRule(Period period, ZoneId zone, boolean rollsForward, String clause) {
        this(period, zone, rollsForward, clause, null);
    }

    /** A period that no promise states. */
    public static CountingRule setBy(String publisher, Period period, ZoneId zone, boolean rollsForward) {
        return new CountingRule(period, zone, rollsForward, null, publisher);
    }

    public CountingRule withPeriod(Period other, String otherClause) {
        return new CountingRule(other, zone, rollsForward, otherClause);
    }
}
