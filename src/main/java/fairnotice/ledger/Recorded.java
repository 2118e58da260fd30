package fairnotice.ledger;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * An entry as the ledger holds it.
 *
 * @param digest hex SHA-256 of salt and canonical content
 * @param content the opened content; empty once it has been erased
 * @param position place in the sealed chain; null until the sealer has come by
 * @param erasedAt when the content was erased; null while it has not been
 * @param changes what it made of fields, in the order they were recorded
 */
public record Recorded(
        long id,
        String kind,
        String subject,
        String actor,
        Instant at,
        String digest,
        SortedMap<String, String> content,
        Long position,
        Instant erasedAt,
        List<RecordedChange> changes) {}
