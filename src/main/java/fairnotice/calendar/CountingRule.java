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
 */
public record CountingRule(Period period, ZoneId zone, boolean rollsForward, String clause) {

    public CountingRule withPeriod(Period other, String otherClause) {
        return new CountingRule(other, zone, rollsForward, otherClause);
    }
}
