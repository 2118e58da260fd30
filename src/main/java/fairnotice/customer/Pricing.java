package fairnotice.customer;

/** What a price is paid for. */
public enum Pricing {
    /** For the days of a period, each day alike. */
    TIME,
    /** For units that are used up, each unit alike. */
    UNIT
}
