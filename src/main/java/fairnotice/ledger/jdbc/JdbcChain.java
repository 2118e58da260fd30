package fairnotice.ledger.jdbc;

import fairnotice.ledger.Chain;
import fairnotice.ledger.Head;
import fairnotice.ledger.Recorded;
import fairnotice.ledger.Seal;
import fairnotice.ledger.SealedEntry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChain implements Chain {

    private final JdbcClient jdbc;

    JdbcChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean claim() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('fairnotice.ledger.sealer'))")
                .query(Boolean.class)
                .single();
    }

    @Override
    public Head head() {
        return jdbc.sql("select position, hash from ledger_seal order by position desc limit 1")
                .query((row, number) -> new Head(row.getLong("position"), row.getString("hash")))
                .optional()
                .orElse(Head.GENESIS);
    }

    @Override
    public List<Recorded> pending(int limit) {
        return jdbc.sql("""
                select %s
                from ledger_pending p
                join ledger_entry e on e.id = p.entry_id
                left join ledger_opening o on o.entry_id = e.id
                left join ledger_seal s on s.entry_id = e.id
                order by p.entry_id
                limit :limit
                """.formatted(Rows.DIGESTS))
                .param("limit", limit)
                .query(Rows::recorded)
                .list();
    }

    @Override
    public void append(List<Seal> seals) {
        jdbc.sql("""
                with seal as (
                    insert into ledger_seal (position, entry_id, previous, hash)
                    select * from unnest(:positions::bigint[], :entries::bigint[], :previous::text[], :hashes::text[])
                    returning entry_id)
                delete from ledger_pending p using seal where p.entry_id = seal.entry_id
                """)
                .param("positions", seals.stream().map(Seal::position).toArray(Long[]::new))
                .param("entries", seals.stream().map(Seal::entry).toArray(Long[]::new))
                .param("previous", seals.stream().map(Seal::previous).toArray(String[]::new))
                .param("hashes", seals.stream().map(Seal::hash).toArray(String[]::new))
                .update();
    }

    @Override
    public List<SealedEntry> sealedAfter(long position, int limit) {
        return jdbc.sql("""
                select s.entry_id, s.previous, s.hash, %s
                from ledger_seal s
                left join ledger_entry e on e.id = s.entry_id
                left join ledger_opening o on o.entry_id = s.entry_id
                where s.position > :position
                order by s.position
                limit :limit
                """.formatted(Rows.COLUMNS))
                .param("position", position)
                .param("limit", limit)
                .query(Rows::sealed)
                .list();
    }

    @Override
    public OptionalLong stray() {
        return jdbc.sql("""
                select e.id
                from ledger_entry e
                where not exists (select from ledger_seal s where s.entry_id = e.id)
                  and not exists (select from ledger_pending p where p.entry_id = e.id)
                order by e.id
                limit 1
                """).query(Long.class).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public Optional<Seal> erasedUntold() {
        return jdbc.sql("""
                with lost as (
                    select entry_id, erased_at from ledger_value where erased_at is not null
                    union
                    select entry_id, erased_at from ledger_opening where erased_at is not null)
                select s.position, s.entry_id, s.previous, s.hash
                from lost
                join ledger_entry e on e.id = lost.entry_id
                join ledger_seal s on s.entry_id = e.id
                where not exists (
                    select from ledger_entry told
                    where told.kind = 'person.erased' and told.at = lost.erased_at
                      and (e.subject = told.subject or starts_with(e.subject, told.subject || '/')))
                order by s.position
                limit 1
                """).query(Rows::seal).optional();
    }
}
