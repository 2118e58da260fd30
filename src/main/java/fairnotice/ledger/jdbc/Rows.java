package fairnotice.ledger.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.ledger.Preimage;
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

    private static final String ENTRY =
            "e.id, e.kind, e.subject, e.actor, e.at, e.digest, e.changes, o.salt, o.content, o.erased_at, s.position, ";

    /** What a seal covers: of changed fields the digests alone. */
    static final String DIGESTS = ENTRY + "null as kept";

    static final String COLUMNS = ENTRY + """
            case when e.changes is not null then
                (select jsonb_agg(jsonb_build_object('field', v.field, 'side', v.side, 'salt', encode(v.salt, 'hex'),
                                                     'value', v.value, 'erased', v.erased_at))
                 from ledger_value v where v.entry_id = e.id)
            end as kept""";

    private Rows() {}

    static Recorded recorded(ResultSet row, int number) throws SQLException {
        String content = row.getString("content");
        SortedMap<String, String> opened = content == null ? new TreeMap<>() : Content.read(content);
        OffsetDateTime erased = row.getObject("erased_at", OffsetDateTime.class);
        return new Recorded(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("actor"),
                instant(row, "at"),
                row.getString("digest"),
                opened,
                row.getObject("position", Long.class),
                erased == null ? null : erased.toInstant(),
                Content.changes(row.getString("changes"), row.getString("kept")));
    }

    static Seal seal(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getLong("position"), row.getLong("entry_id"), row.getString("previous"), row.getString("hash"));
    }

    static SealedEntry sealed(ResultSet row, int number) throws SQLException {
        Seal seal = seal(row, number);
        if (row.getString("kind") == null) {
            return new SealedEntry(seal, null, null);
        }
        Recorded entry = recorded(row, number);
        byte[] salt = row.getBytes("salt");
        return new SealedEntry(seal, entry, salt == null ? null : new Preimage(salt, entry.content()));
    }
}
