package fairnotice.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A message as its recipient would see it.
 *
 * @param to the one address it was delivered to
 * @param date what its Date header says; null when it has none
 * @param headers by name in their order; a repeated one holds its values on lines of their own
 * @param text its plain part; null for none
 * @param html its HTML part, as sent: not safe to show outside a sandboxed frame; null for none
 * @param enclosures the files that came with it, in their order
 */
public record Received(
        String from,
        String to,
        String subject,
        Instant date,
        Map<String, String> headers,
        String text,
        String html,
        List<Enclosed> enclosures) {

    /**
     * A file that came with the message; {@link Mailbox#enclosed} opens it.
     *
     * @param name as its sender says; not safe to use as a path
     * @param type without parameters, as its sender says: {@code application/pdf}
     */
    public record Enclosed(String name, String type) {}
}
