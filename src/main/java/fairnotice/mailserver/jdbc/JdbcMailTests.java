package fairnotice.mailserver.jdbc;

import static fairnotice.sql.Columns.instant;

import fairnotice.mailserver.MailTest;
import fairnotice.mailserver.MailTest.Sending;
import fairnotice.mailserver.MailTests;
import fairnotice.mailserver.SenderRecords;
import fairnotice.mailserver.SenderRecords.Dmarc;
import fairnotice.mailserver.SenderRecords.Spf;
import fairnotice.mailserver.Signature;
import fairnotice.mailserver.TestFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMailTests implements MailTests {

    private static final String SELECT = """
            select id, token, register, relay, mailbox, sender, recipient, asked_by, asked_at, encryption, accepted_at, reply, failure, detail,
                   returned_at, bounced_at, bounce, mailbox_fault, spf, spf_record, relay_address, dmarc, dmarc_record, dkim, dkim_detail
              from mail_test
            """;

    private final JdbcClient jdbc;

    JdbcMailTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(MailTest test) {
        return jdbc.sql("""
                        insert into mail_test (token, register, relay, mailbox, sender, recipient, asked_by, asked_at)
                        values (:token, :register, :relay, :mailbox, :sender, :recipient, :by, :at)
                        on conflict do nothing""")
                        .param("token", test.token())
                        .param("register", test.register())
                        .param("relay", test.relay())
                        .param("mailbox", test.mailbox())
                        .param("sender", test.sender())
                        .param("recipient", test.recipient())
                        .param("by", test.askedBy())
                        .param("at", Timestamp.from(test.askedAt()))
                        .update()
                > 0;
    }

    @Override
    public Optional<MailTest> claim() {
        Optional<MailTest> oldest = jdbc.sql(
                        SELECT + "where claimed_at is null order by id limit 1 for update skip locked")
                .query(JdbcMailTests::test)
                .optional();
        oldest.ifPresent(test -> jdbc.sql("update mail_test set claimed_at = now() where id = :id")
                .param("id", test.id())
                .update());
        return oldest;
    }

    @Override
    public Optional<MailTest> lock(long id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(JdbcMailTests::test)
                .optional();
    }

    @Override
    public Optional<MailTest> lock(UUID token) {
        return jdbc.sql(SELECT + "where token = :token for update")
                .param("token", token)
                .query(JdbcMailTests::test)
                .optional();
    }

    @Override
    public void save(MailTest test) {
        Sending sending = test.sending() == null ? new Sending(null, null, null, null, null) : test.sending();
        SenderRecords records =
                test.records() == null ? new SenderRecords(null, null, null, null, null) : test.records();
        Signature signature = test.signature() == null ? new Signature(null, null) : test.signature();
        jdbc.sql("""
                        update mail_test
                           set encryption = :encryption, accepted_at = :accepted, reply = :reply, failure = :failure, detail = :detail,
                               returned_at = :returned, bounced_at = :bounced, bounce = :bounce, mailbox_fault = :fault,
                               spf = :spf, spf_record = :spfRecord, relay_address = :address, dmarc = :dmarc, dmarc_record = :dmarcRecord,
                               dkim = :dkim, dkim_detail = :dkimDetail
                         where id = :id""")
                .param("id", test.id())
                .param("encryption", sending.encryption())
                .param("accepted", timestamp(sending.acceptedAt()))
                .param("reply", sending.reply())
                .param("failure", name(sending.failure()))
                .param("detail", sending.detail())
                .param("returned", timestamp(test.returnedAt()))
                .param("bounced", timestamp(test.bouncedAt()))
                .param("bounce", test.bounce())
                .param("fault", test.mailboxFault())
                .param("spf", name(records.spf()))
                .param("spfRecord", records.spfRecord())
                .param("address", records.address())
                .param("dmarc", name(records.dmarc()))
                .param("dmarcRecord", records.dmarcRecord())
                .param("dkim", name(signature.state()))
                .param("dkimDetail", signature.detail())
                .update();
    }

    @Override
    public Map<String, MailTest> last() {
        return jdbc
                .sql("select distinct on (register) * from (" + SELECT + ") test order by register, id desc")
                .query(JdbcMailTests::test)
                .list()
                .stream()
                .collect(Collectors.toMap(MailTest::register, Function.identity()));
    }

    @Override
    public List<MailTest> awaited() {
        return jdbc.sql(SELECT + """
                        where claimed_at > now() - interval '5 minutes' and failure is null and returned_at is null and bounced_at is null
                          and mailbox is not null""").query(JdbcMailTests::test).list();
    }

    private static MailTest test(ResultSet row, int number) throws SQLException {
        return new MailTest(
                row.getLong("id"),
                row.getObject("token", UUID.class),
                row.getString("register"),
                row.getString("relay"),
                row.getString("mailbox"),
                row.getString("sender"),
                row.getString("recipient"),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                sending(row),
                instant(row, "returned_at"),
                instant(row, "bounced_at"),
                row.getString("bounce"),
                row.getString("mailbox_fault"),
                records(row),
                signature(row));
    }

    private static SenderRecords records(ResultSet row) throws SQLException {
        return row.getString("spf") == null
                ? null
                : new SenderRecords(
                        Spf.valueOf(row.getString("spf")),
                        row.getString("spf_record"),
                        row.getString("relay_address"),
                        Dmarc.valueOf(row.getString("dmarc")),
                        row.getString("dmarc_record"));
    }

    private static Signature signature(ResultSet row) throws SQLException {
        String state = row.getString("dkim");
        return state == null ? null : new Signature(Signature.State.valueOf(state), row.getString("dkim_detail"));
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Sending sending(ResultSet row) throws SQLException {
        Instant accepted = instant(row, "accepted_at");
        String failure = row.getString("failure");
        return accepted == null && failure == null
                ? null
                : new Sending(
                        row.getString("encryption"),
                        accepted,
                        row.getString("reply"),
                        failure == null ? null : TestFailure.valueOf(failure),
                        row.getString("detail"));
    }

    private static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
