package fairnotice.ledger.jdbc;

import fairnotice.ledger.Opening;
import fairnotice.ledger.Recorded;
import fairnotice.ledger.Seal;
import fairnotice.ledger.SealedEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of an entry {@code e}, its opening {@code o} and its seal {@code s}, either of which may be missing. */
final class Rows {

    static final String COLUMNS = "e.id, e.kind, e.subject, e.actor, e.at, e.digest, o.salt, o.content, s.position";

    private Rows() {}

    static Recorded recorded(ResultSet row, int number) throws SQLException {
        String content = row.getString("content");
        SortedMap<String, String> opened = content == null ? new TreeMap<>() : Content.read(content);
        return new Recorded(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("digest"),
                opened,
                row.getObject("position", Long.class));
    }

    static SealedEntry sealed(ResultSet row, int number) throws SQLException {
        Seal seal = new Seal(
                row.getLong("position"), row.getLong("entry_id"), row.getString("previous"), row.getString("hash"));
        if (row.getString("kind") == null) {
            return new SealedEntry(seal, null, null);
        }
        Recorded entry = recorded(row, number);
        byte[] salt = row.getBytes("salt");
        return new SealedEntry(seal, entry, salt == null ? null : new Opening(salt, entry.content()));
    }
}
