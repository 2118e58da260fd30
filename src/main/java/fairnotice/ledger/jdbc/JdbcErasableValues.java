package fairnotice.ledger.jdbc;

import fairnotice.ledger.ErasableValues;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcErasableValues implements ErasableValues {

    private final JdbcClient jdbc;

    JdbcErasableValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int erase(String subject, Instant at) {
        return jdbc.sql("""
                with about as (
                    select id from ledger_entry
                    where (subject = :subject or starts_with(subject, :subject || '/')) and kind <> 'person.erased'),
                lost as (
                    update ledger_value set salt = null, value = null, erased_at = :at
                    where entry_id in (select id from about) and erased_at is null
                    returning entry_id),
                closed as (
                    update ledger_opening set salt = null, content = null, erased_at = :at
                    where entry_id in (select id from about) and erased_at is null
                    returning entry_id)
                select count(*) from (select entry_id from lost union select entry_id from closed) as entries
                """)
                .param("subject", subject)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
