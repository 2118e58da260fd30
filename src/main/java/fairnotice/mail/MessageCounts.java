package fairnotice.mail;

/** How many messages stand where; {@code pending} and {@code cancelled} make the rest of the total. */
public record MessageCounts(
        long total,
        long pending,
        long handedOver,
        long delivered,
        long deferred,
        long refused,
        long bounced,
        long cancelled) {

    /** Those that the mail server accepted, and that did not come back since. */
    public long accepted() {
        return handedOver + delivered;
    }

    /** Those that will never arrive. */
    public long failed() {
        return refused + bounced;
    }

    /** Those that go on being tried. */
    public long waiting() {
        return pending + deferred;
    }
}
