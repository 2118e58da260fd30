package fairnotice.objection;

import java.time.LocalDate;

/**
 * What follows for a customer if the refusal of its objection becomes final.
 *
 * @param day the first day on which the vendor may then be used for it; null unless a day is ahead
 * @param objectUntil the last day on which the customer may then object in time to the change as amended; null unless that is known
 */
public record FinalRefusal(Then then, LocalDate day, LocalDate objectUntil) {

    /** From when the vendor may be used for the customer then. */
    public enum Then {
        /** From {@link #day}, at the earliest. */
        ON_A_DAY,
        /** No day keeps it away any more, and the change is not in effect yet. */
        WITH_THE_CHANGE,
        /** The change is in effect. */
        AT_ONCE,
        /** Not before its customer could object to what was amended while the refused one was open, for a time that is still to be counted. */
        AMENDED,
        /** The same until {@link #objectUntil}. */
        AMENDED_UNTIL,
        /** Not: the promise asks for no grounds, so that an objection refused for its grounds stands. */
        STANDS,
        /** Not: an earlier objection stands. */
        EARLIER,
        /** Not while an exemption holds that was agreed before. */
        EXEMPTED;

        /** Whether its words name what is kept away or used, which for a modification is the change. */
        public boolean isAboutUse() {
            return this == ON_A_DAY || this == WITH_THE_CHANGE || this == AT_ONCE;
        }
    }

    static FinalRefusal of(Then then) {
        return on(then, null);
    }

    /** @param day as of the record */
    static FinalRefusal on(Then then, LocalDate day) {
        return new FinalRefusal(then, day, null);
    }

    /** @param day as of the record */
    static FinalRefusal objecting(LocalDate until, LocalDate day) {
        return new FinalRefusal(Then.AMENDED_UNTIL, day, until);
    }
}
