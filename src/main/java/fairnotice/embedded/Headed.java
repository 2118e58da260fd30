package fairnotice.embedded;

import java.time.Instant;
import java.util.Map;

/**
 * A message as a list shows it, without what it says; {@link Mailbox#open} opens it.
 *
 * @param number the higher, the newer; always the same for the same message
 * @param to the one address it was delivered to
 * @param subject null for none
 * @param date what its Date header says; null when it has none
 * @param headers by name in their order; a repeated one holds its values on lines of their own
 */
public record Headed(long number, String to, String subject, Instant date, Map<String, String> headers) {}
