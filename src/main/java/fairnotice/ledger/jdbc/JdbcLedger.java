package fairnotice.ledger.jdbc;

import static fairnotice.sql.Columns.texts;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Preimage;
import fairnotice.ledger.Recorded;
import fairnotice.ledger.RecordedChange;
import fairnotice.ledger.Value;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcLedger implements Ledger {

    /** How many entries a statement writes. */
    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;

    JdbcLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry) {
        if (!entry.changes().isEmpty()) {
            write(List.of(entry));
            return;
        }
        Preimage opening = Preimage.of(entry);
        jdbc.sql("""
                with entry as (
                    insert into ledger_entry (kind, subject, actor, at, digest)
                    values (:kind, :subject, :actor, :at, :digest)
                    returning id),
                opening as (
                    insert into ledger_opening (entry_id, salt, content)
                    select id, :salt, :content::jsonb from entry)
                insert into ledger_pending (entry_id) select id from entry
                """)
                .param("kind", entry.kind())
                .param("subject", entry.subject())
                .param("actor", entry.actor())
                .param("at", at(entry))
                .param("digest", opening.digest())
                .param("salt", opening.salt())
                .param("content", Content.written(opening.content()))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<Entry> entries) {
        for (int from = 0; from < entries.size(); from += PAGE) {
            write(entries.subList(from, Math.min(from + PAGE, entries.size())));
        }
    }

    /** An entry with its id and everything that is drawn by lot. */
    private record Numbered(long id, Entry entry, Preimage opening, List<RecordedChange> changes) {}

    private record Kept(long entry, String field, String side, Value value) {}

    private void write(List<Entry> entries) {
        List<Long> ids = ids(entries.size());
        List<Numbered> rows = IntStream.range(0, ids.size())
                .mapToObj(i -> new Numbered(
                        ids.get(i),
                        entries.get(i),
                        Preimage.of(entries.get(i)),
                        entries.get(i).changes().stream()
                                .map(RecordedChange::of)
                                .toList()))
                .toList();
        writeEntries(rows);
        List<Kept> values = values(rows);
        if (!values.isEmpty()) {
            writeValues(values);
        }
    }

    /** Drawn beforehand, so that entries, openings and values go in by the thousand. */
    private List<Long> ids(int count) {
        return jdbc.sql("""
                select nextval(pg_get_serial_sequence('ledger_entry', 'id')) as id from generate_series(1, :count) order by id
                """).param("count", count).query(Long.class).list();
    }

    private void writeEntries(List<Numbered> rows) {
        jdbc.sql("""
                with stated as (
                    select * from unnest(:ids::bigint[], :kinds::text[], :subjects::text[], :actors::text[],
                            :times::timestamptz[], :digests::text[], :changes::text[], :salts::text[], :contents::text[])
                        as stated (id, kind, subject, actor, at, digest, changes, salt, content)),
                entry as (
                    insert into ledger_entry (id, kind, subject, actor, at, digest, changes)
                    overriding system value
                    select id, kind, subject, actor, at, digest, changes::jsonb from stated order by id),
                opening as (
                    insert into ledger_opening (entry_id, salt, content)
                    select id, decode(salt, 'hex'), content::jsonb from stated)
                insert into ledger_pending (entry_id) select id from stated
                """)
                .param("ids", rows.stream().map(Numbered::id).toArray(Long[]::new))
                .param("kinds", texts(rows, row -> row.entry().kind()))
                .param("subjects", texts(rows, row -> row.entry().subject()))
                .param("actors", texts(rows, row -> row.entry().actor()))
                .param("times", texts(rows, row -> at(row.entry()).toString()))
                .param("digests", texts(rows, row -> row.opening().digest()))
                .param("changes", texts(rows, row -> Content.digests(row.changes())))
                .param("salts", texts(rows, row -> hex(row.opening().salt())))
                .param(
                        "contents",
                        texts(rows, row -> Content.written(row.opening().content())))
                .update();
    }

    private void writeValues(List<Kept> values) {
        jdbc.sql("""
                insert into ledger_value (entry_id, field, side, salt, value)
                select entry, field, side, decode(salt, 'hex'), value
                from unnest(:entries::bigint[], :fields::text[], :sides::text[], :salts::text[], :values::text[])
                    as stated (entry, field, side, salt, value)
                """)
                .param("entries", values.stream().map(Kept::entry).toArray(Long[]::new))
                .param("fields", texts(values, Kept::field))
                .param("sides", texts(values, Kept::side))
                .param("salts", texts(values, kept -> hex(kept.value().salt())))
                .param("values", texts(values, kept -> kept.value().text()))
                .update();
    }

    private static List<Kept> values(List<Numbered> rows) {
        List<Kept> values = new ArrayList<>();
        for (Numbered row : rows) {
            for (RecordedChange change : row.changes()) {
                if (change.before() != null) {
                    values.add(new Kept(row.id(), change.field(), "BEFORE", change.before()));
                }
                if (change.after() != null) {
                    values.add(new Kept(row.id(), change.field(), "AFTER", change.after()));
                }
            }
        }
        return values;
    }

    @Override
    public List<Recorded> about(String subject) {
        return jdbc.sql("""
                select %s
                from ledger_entry e
                left join ledger_opening o on o.entry_id = e.id
                left join ledger_seal s on s.entry_id = e.id
                where e.subject = :subject
                order by e.id
                """.formatted(Rows.COLUMNS))
                .param("subject", subject)
                .query(Rows::recorded)
                .list();
    }

    private static OffsetDateTime at(Entry entry) {
        return entry.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
