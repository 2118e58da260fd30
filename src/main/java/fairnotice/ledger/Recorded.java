package fairnotice.ledger;

import java.time.Instant;
import java.util.SortedMap;

/**
 * An entry as the ledger holds it.
 *
 * @param digest hex SHA-256 of salt and canonical content
 * @param content the opened content; empty once it has been erased
 * @param position place in the sealed chain; null until the sealer has come by
 */
public record Recorded(
        long id,
        String kind,
        String subject,
        String actor,
        Instant at,
        String digest,
        SortedMap<String, String> content,
        Long position) {}
