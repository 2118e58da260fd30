package fairnotice.objection.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.access.Scope;
import fairnotice.mail.MessageState;
import fairnotice.objection.ContactReached;
import fairnotice.objection.EmailKey;
import fairnotice.objection.ObjectionEmail;
import fairnotice.objection.WrittenEmail;
import fairnotice.objection.WrittenEmails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWrittenEmails implements WrittenEmails {

    private static final String WHICH = " where reference = :reference and letter = :letter and number = :number";

    /** The letter that its case waits for, by the state the case is in. */
    private static final String LOST = """
             from objection_letter l join objection o on o.reference = l.reference
            where l.lost_at is not null and o.settled_at is null and o.due_at is null
              and (o.state, l.letter) in (%s) and l.number = case l.letter when 'OFFER' then o.offers when 'REFUSED' then o.appeals else 0 end
            """.formatted(EmailKey.AWAITED.entrySet().stream()
            .map(awaited -> "('" + awaited.getKey() + "', '" + awaited.getValue() + "')")
            .collect(Collectors.joining(", ")));

    private static final String WITHIN = " and (:all or o.register = any(:registers::text[])) ";

    private final JdbcClient jdbc;

    JdbcWrittenEmails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(WrittenEmail letter) {
        of("""
                        insert into objection_letter (reference, letter, number, written_at, stated_until, times, served_at, lost_at)
                        values (:reference, :letter, :number, :written, :stated, :times, :served, :lost)
                        on conflict (reference, letter, number) do update
                        set times = excluded.times, served_at = excluded.served_at, lost_at = excluded.lost_at""", letter.key())
                .param("written", letter.writtenAt())
                .param("stated", letter.statedUntil())
                .param("times", letter.times())
                .param("served", letter.servedAt())
                .param("lost", letter.lostAt())
                .update();
    }

    /** Of a contact that is named twice, the later counts: it was written to again. */
    @Override
    public void saveContacts(EmailKey letter, Collection<ContactReached> contacts) {
        Map<Long, ContactReached> last = new LinkedHashMap<>();
        contacts.forEach(contact -> last.put(contact.contact(), contact));
        of("""
                        insert into objection_letter_contact (reference, letter, number, contact, state, at)
                        select :reference, :letter, :number, contact, state, at
                        from unnest(:contacts, :states, :ats::timestamptz[]) as heard (contact, state, at)
                        on conflict (reference, letter, number, contact) do update
                        set state = excluded.state, at = excluded.at""", letter)
                .param("contacts", last.keySet().toArray(Long[]::new))
                .param(
                        "states",
                        column(last.values(), contact -> contact.state().name()))
                .param("ats", column(last.values(), contact -> contact.at().toString()))
                .update();
    }

    private static String[] column(Collection<ContactReached> contacts, Function<ContactReached, String> value) {
        return contacts.stream().map(value).toArray(String[]::new);
    }

    @Override
    public Optional<WrittenEmail> find(EmailKey letter) {
        List<ContactReached> contacts = of(
                        "select contact, state, at from objection_letter_contact" + WHICH + " order by contact", letter)
                .query((row, number) -> new ContactReached(
                        row.getLong("contact"), MessageState.valueOf(row.getString("state")), instant(row, "at")))
                .list();
        return of("select * from objection_letter" + WHICH, letter)
                .query((row, number) -> new WrittenEmail(
                        letter,
                        instant(row, "written_at"),
                        instant(row, "stated_until"),
                        row.getInt("times"),
                        instant(row, "served_at"),
                        instant(row, "lost_at"),
                        contacts))
                .optional();
    }

    private JdbcClient.StatementSpec of(String sql, EmailKey letter) {
        return jdbc.sql(sql)
                .param("reference", letter.reference())
                .param("letter", letter.letter().name())
                .param("number", letter.number());
    }

    @Override
    public List<Lost> lost(Scope within, int offset, int limit) {
        return jdbc.sql("select l.*, o.register " + LOST + WITHIN
                        + " order by l.lost_at, l.reference offset :offset limit :limit")
                .param("all", within.all())
                .param("registers", within.array())
                .param("offset", offset)
                .param("limit", limit)
                .query(JdbcWrittenEmails::lost)
                .list();
    }

    @Override
    public List<Lost> lost(Collection<String> references) {
        return references.isEmpty()
                ? List.of()
                : jdbc.sql("select l.*, o.register " + LOST
                                + " and l.reference in (:references) order by l.lost_at, l.reference")
                        .param("references", references)
                        .query(JdbcWrittenEmails::lost)
                        .list();
    }

    @Override
    public long countLost(Scope within) {
        return jdbc.sql("select count(*) " + LOST + WITHIN)
                .param("all", within.all())
                .param("registers", within.array())
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Instant> lastWritten(String reference) {
        return jdbc.sql(
                        "select written_at from objection_letter where reference = :reference order by written_at desc limit 1")
                .param("reference", reference)
                .query((row, number) -> instant(row, "written_at"))
                .optional();
    }

    private static Lost lost(ResultSet row, int number) throws SQLException {
        EmailKey key = new EmailKey(
                row.getString("reference"), ObjectionEmail.valueOf(row.getString("letter")), row.getInt("number"));
        return new Lost(key, row.getString("register"), instant(row, "lost_at"));
    }
}
