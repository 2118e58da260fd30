package fairnotice.calendar;

/** What a period is counted in. Weeks and months are calendar weeks and months, never multiples of days. */
public enum Unit {
    DAYS,
    BUSINESS_DAYS,
    WEEKS,
    MONTHS
}
