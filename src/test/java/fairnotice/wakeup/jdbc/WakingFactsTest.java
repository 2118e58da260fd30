package fairnotice.wakeup.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import fairnotice.RealDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Which facts wake whom, whoever writes them down. */
class WakingFactsTest {

    private static final String BATCH = "insert into mail_batch (mailing, size) select id, 1 from mailing";
    private static final String LATE =
            "insert into mail_late (batch, ordinal, state, at) values (1, 1, 'BOUNCED', now())";
    private static final String FILING = """
            insert into objection (reference, change_reference, register, round, policy_version, state, filing, received_at, late, answer_due_at)
            values (gen_random_uuid()::text, 'ACME-1', 'acme', 1, 1, 'FILED', '{}', now(), false, now())""";
    private static final String LISTENS = """
            insert into act_ru_event_subscr (id_, rev_, event_type_, event_name_, created_)
            values (gen_random_uuid()::text, 1, 'message', '%s', now())""";

    private static DataSource database;

    private Connection node;
    private Connection other;

    @BeforeAll
    static void migrate() {
        database = RealDatabase.fresh();
    }

    @BeforeEach
    void listen() throws SQLException {
        node = database.getConnection();
        other = database.getConnection();
        write(
                "truncate mailing, mail_batch, mail_message, mail_deferred, mail_late, mail_hold, mail_enclosure, mail_translation, vendor_change, customer,"
                        + " act_ru_event_subscr cascade");
        write(
                "insert into mailing (key, kind, about, from_name, sender, reply_to, list_id, subject, text_part, created_at)"
                        + " values ('k', 'CONTRACTUAL', 'ACME-1', 'A', 'a@example.com', 'a@example.com', 'a', 's', 't', now())");
        write(
                "insert into vendor_change (reference, register, state, round, created_at) values ('ACME-1', 'acme', 'IN_NOTICE', 1, now())");
        try (Statement statement = node.createStatement()) {
            statement.execute("listen fairnotice");
        }
    }

    @AfterEach
    void close() throws SQLException {
        try (Statement statement = node.createStatement()) {
            statement.execute("unlisten *");
        }
        node.close();
        other.close();
    }

    @Test
    void a_batch_wakes_the_senders_and_the_conductor_when_it_is_finished() throws SQLException {
        assertThat(saidOf(BATCH)).containsExactly("MAIL");
        assertThat(saidOf("update mail_batch set owner = gen_random_uuid(), lease_until = now() + interval '1 minute'"))
                .isEmpty();
        assertThat(saidOf("update mail_batch set owner = null, lease_until = null"))
                .containsExactly("MAIL");
        assertThat(saidOf("update mail_batch set done_at = now(), owner = null, lease_until = null"))
                .containsExactly("PROCESS");
    }

    @Test
    void a_letter_that_joins_another_nobody_has_taken_wakes_nobody() throws SQLException {
        assertThat(saidOf(BATCH)).containsExactly("MAIL");
        assertThat(saidOf(BATCH)).isEmpty();

        write("update mail_batch set lease_until = now() + interval '1 minute'");
        assertThat(saidOf(BATCH)).containsExactly("MAIL");
    }

    /** At its insert it had company, and at its commit it has none: who took that found nothing of this one. */
    @Test
    void a_letter_whose_company_is_taken_before_it_is_committed_wakes() throws SQLException {
        write(BATCH);
        try (Connection slow = database.getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(BATCH);
            write("update mail_batch set lease_until = now() + interval '1 minute'");

            assertThat(saidWhile(slow::commit)).containsExactly("MAIL");
        }
    }

    @Test
    void a_notice_that_starts_wakes_only_while_a_decision_is_waited_for() throws SQLException {
        String started = "update notice set started_at = now()";
        assertThat(saidOf(started)).isEmpty();

        write("update vendor_change set state = 'DECIDING'");
        assertThat(saidOf(started)).containsExactly("PROCESS");
    }

    @Test
    void only_the_first_objection_that_waits_wakes() throws SQLException {
        assertThat(saidOf(FILING)).containsExactly("PROCESS");
        assertThat(saidOf(FILING)).isEmpty();

        write("update objection set begun_at = now()");
        assertThat(saidOf(FILING)).containsExactly("PROCESS");
    }

    @Test
    void a_case_that_begins_to_listen_wakes_only_when_something_was_not_heard() throws SQLException {
        write(FILING);
        String listens = LISTENS.formatted("Message_ObjectionDropped");

        assertThat(saidOf(listens)).isEmpty();
        assertThat(saidOf("update objection set pending_message = 'WITHDRAWN'")).containsExactly("PROCESS");
        assertThat(saidOf(listens)).containsExactly("PROCESS");
        assertThat(saidOf("update objection set pending_message = null")).isEmpty();
    }

    @Test
    void a_case_that_ends_wakes_only_while_a_decision_is_waited_for() throws SQLException {
        write(FILING);

        assertThat(saidOf("update objection set state = 'ADMITTED'")).isEmpty();
        write("update vendor_change set state = 'DECIDING'");
        assertThat(saidOf("update objection set state = 'SETTLED', settled_at = now()"))
                .containsExactly("PROCESS");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    a mailing that settled          | update mailing set settled_at = now()
                    a telling                       | insert into telling (reference, round, occasion, number, register, policy_version, created_at, contractual_mailing) values ('ACME-1', 1, 'ANNOUNCEMENT', 1, 'acme', 1, now(), 1)
                    a new customer                  | insert into customer (register, external_id, name, plan, since) values ('acme', 'c1', 'C', 'p', now())
                    a change in another state       | update vendor_change set state = 'WITHDRAWN'
                    a change in another round       | update vendor_change set round = 2
                    a process that awaits a mailing | insert into act_ru_event_subscr (id_, event_type_, event_name_, created_) values ('1', 'message', 'Message_MailingSettled', now())
                    a process that can be withdrawn | insert into act_ru_event_subscr (id_, event_type_, event_name_, created_) values ('1', 'message', 'Message_ChangeWithdrawn', now())
                    """)
    void wakes_the_conductor(String fact, String sql) throws SQLException {
        assertThat(saidOf(sql)).containsExactly("PROCESS");
    }

    @Test
    void a_late_outcome_wakes_the_conductor() throws SQLException {
        assertThat(saidOf(LATE)).containsExactly("PROCESS");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    a mailing nobody follows  | update mailing set settled_at = now(), signalled_at = now()
                    a batch nobody follows    | update mail_batch set done_at = now(), reported_at = now()
                    an outcome of a message   | update mail_message set state = 'HANDED_OVER', at = now()
                    a change's other columns  | update vendor_change set version = version + 1
                    an entry of the ledger    | insert into ledger_entry (kind, subject, actor, at, digest) values ('k', 's', 'a', now(), repeat('0', 64))
                    """)
    void wakes_nobody(String fact, String sql) throws SQLException {
        write(BATCH);
        write("insert into mail_message (batch, ordinal, mailing, party, contact, address, fields)"
                + " select id, 1, mailing, 1, 1, 'c@example.com', '{}' from mail_batch");

        assertThat(saidOf(sql)).isEmpty();
    }

    /** Notifications come in the order of commits, so that all of a fact's stand before the end we call ourselves. */
    /** What happens on some connection. */
    private interface Fact {
        void happen() throws SQLException;
    }

    private List<String> saidOf(String fact) throws SQLException {
        return saidWhile(() -> write(fact));
    }

    private List<String> saidWhile(Fact fact) throws SQLException {
        write("notify fairnotice, 'BEGIN'");
        fact.happen();
        write("notify fairnotice, 'END'");
        List<String> said = new ArrayList<>();
        while (!said.contains("END")) {
            for (PGNotification notification : node.unwrap(PGConnection.class).getNotifications(30_000)) {
                said.add(notification.getParameter());
            }
        }
        return said.subList(said.indexOf("BEGIN") + 1, said.indexOf("END"));
    }

    private void write(String sql) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }
}
