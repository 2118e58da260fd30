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
        long cancelled) {}
