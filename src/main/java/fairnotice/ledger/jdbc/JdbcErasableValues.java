package fairnotice.ledger.jdbc;

import fairnotice.ledger.ErasableValues;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcErasableValues implements ErasableValues {

    private static final String ABOUT = """
            with about as (
                select id, actor from ledger_entry
                where (subject = :subject or starts_with(subject, :subject || '/')) and kind <> 'person.erased')
            """;

    private final JdbcClient jdbc;

    JdbcErasableValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> fields(String subject) {
        return jdbc.sql(ABOUT + """
                select distinct field from ledger_value where entry_id in (select id from about) and erased_at is null
                """)
                .param("subject", subject)
                .query(String.class)
                .set();
    }

    @Override
    public boolean isWrittenBy(String actor, String subject, Set<String> staying) {
        return jdbc.sql(ABOUT + """
                select exists (
                    select from about
                    where actor = :actor
                        and (exists (select from ledger_value
                                     where entry_id = about.id and erased_at is null and field <> all(:staying))
                             or exists (select from ledger_opening where entry_id = about.id and erased_at is null)))
                """)
                .param("actor", actor)
                .param("subject", subject)
                .param("staying", staying.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    @Override
    public int erase(String subject, Set<String> staying, Instant at) {
        return jdbc.sql(ABOUT + """
                , lost as (
                    update ledger_value set salt = null, value = null, erased_at = :at
                    where entry_id in (select id from about) and erased_at is null and field <> all(:staying)
                    returning entry_id),
                closed as (
                    update ledger_opening set salt = null, content = null, erased_at = :at
                    where entry_id in (select id from about) and erased_at is null
                    returning entry_id)
                select count(*) from (select entry_id from lost union select entry_id from closed) as entries
                """)
                .param("subject", subject)
                .param("staying", staying.toArray(String[]::new))
                .param("at", at)
                .query(Integer.class)
                .single();
    }
}
