package fairnotice.ledger.jdbc;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.ledger.Opening;
import fairnotice.ledger.Recorded;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcLedger implements Ledger {

    private final JdbcClient jdbc;

    JdbcLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry) {
        Opening opening = Opening.of(entry);
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
                .param("at", entry.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("digest", opening.digest())
                .param("salt", opening.salt())
                .param("content", Content.written(opening.content()))
                .update();
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
}
