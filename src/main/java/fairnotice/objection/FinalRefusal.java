package fairnotice.objection;

import java.time.LocalDate;

/**
 * What follows for a customer if the refusal of its objection becomes final.
 *
 * @param day the first day on which the vendor may then be used for it; null unless a day is ahead
 */
public record FinalRefusal(Then then, LocalDate day) {

    /** From when the vendor may be used for the customer then. */
    public enum Then {
        /** From {@link #day}, at the earliest. */
        ON_A_DAY,
        /** No day keeps it away any more, and the change is not in effect yet. */
        WITH_THE_CHANGE,
        /** The change is in effect. */
        AT_ONCE,
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
        return new FinalRefusal(then, null);
    }
}
