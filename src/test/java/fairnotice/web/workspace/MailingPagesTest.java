package fairnotice.web.workspace;

import static fairnotice.web.PageText.says;
import static fairnotice.web.PageText.saysNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fairnotice.mail.Email;
import fairnotice.mail.Kind;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.web.PageHouse;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff read when the mail server does not take what we send. */
class MailingPagesTest extends PageHouse {

    @Autowired
    private Mailings mailings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void release() {
        jdbc.sql("delete from mail_hold").update();
    }

    @Test
    void a_held_mailing_says_since_when_and_why_it_waits_and_that_nothing_is_lost() throws Exception {
        long mailing = held("held-one");
        String sentence = "The mail server has refused our messages since 2 March 2026, 09:00 (UTC): "
                + "\u201c554 5.7.1 &lt;x&gt;: Relay access denied\u201d 2 messages wait; the next attempt is at ";

        open("legal", "/mailings/" + mailing).andExpect(says(sentence, "Nothing is lost."));
        open("legal", "/mailings").andExpect(says(sentence));
        release();
        open("legal", "/mailings").andExpect(saysNot("has refused our messages"));
    }

    @Test
    void refused_and_bounced_messages_are_sent_again_once_by_whom_it_is_for_and_with_a_reason() throws Exception {
        long mailing = held("failed-one");
        jdbc.sql("update mail_message set state = 'REFUSED', at = now() where mailing = :id and party = 1")
                .param("id", mailing)
                .update();
        jdbc.sql("update mail_message set state = 'BOUNCED', at = now() where mailing = :id and party = 2")
                .param("id", mailing)
                .update();
        jdbc.sql("update mail_batch set done_at = now(), reported_at = now() where mailing = :id")
                .param("id", mailing)
                .update();
        release();
        String again = "/mailings/" + mailing + "/again";

        open("legal", "/mailings/" + mailing).andExpect(says("1 refused, 1 bounced", "href=\"" + again));
        open("auditor", "/mailings/" + mailing).andExpect(saysNot(again));
        send("auditor", again, "reason", "Why not").andExpect(status().isForbidden());
        send("legal", again, "reason", " ").andExpect(says("Please state the reason for sending it again."));
        send("legal", again, "reason", "The relay is mended").andExpect(status().is3xxRedirection());
        send("admin", again, "reason", "Twice").andExpect(says("No message of this mailing can be sent again"));

        await(() -> mailings.find(mailing).orElseThrow().counts().handedOver() == 2);
        open("legal", "/mailings/" + mailing).andExpect(saysNot(again));
    }

    @Test
    void a_customer_reached_by_a_message_sent_again_has_its_period_from_then_and_the_task_closes() throws Exception {
        customer("sent-again");
        String reference = announced("Vendor Again");
        long mailing = mailings.about(reference).get(0).id();
        await(() -> mailings.find(mailing).orElseThrow().settledAt() != null);
        long notice =
                jdbc.sql("""
                        select n.id from notice n join customer c on c.id = n.customer
                        where n.reference = :reference and c.external_id = 'sent-again'
                        """).param("reference", reference).query(Long.class).single();
        jdbc.sql("""
                        with bounced as (
                            update mail_message set handed_over_at = at, state = 'BOUNCED', at = at + interval '1 millisecond'
                            where mailing = :id and state = 'HANDED_OVER' and party = :notice
                            returning batch, ordinal, at, handed_over_at)
                        insert into mail_late (batch, ordinal, state, at, handed_over_at)
                        select batch, ordinal, 'BOUNCED', at, handed_over_at from bounced
                        """).param("id", mailing).param("notice", notice).update();
        await(() -> openTasks(notice) == 1);
        Instant before = clock.instant();

        send("legal", "/mailings/" + mailing + "/again", "reason", "The mailbox is back");

        await(() -> openTasks(notice) == 0);
        Instant started = jdbc.sql("select started_at from notice where id = :notice")
                .param("notice", notice)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(started).isAfterOrEqualTo(before);
    }

    private long openTasks(long notice) {
        return jdbc.sql("select count(*) from reach_task where notice = :notice and ended_at is null")
                .param("notice", notice)
                .query(Long.class)
                .single();
    }

    @Test
    void messages_that_cannot_be_written_are_an_incident_and_count_as_refused() throws Exception {
        long mailing = transaction.execute(status -> {
            long id = mailings.open(new NewMailing(
                    "unwritten-one",
                    Kind.CONTRACTUAL,
                    "OPSTICKET-2026-9999",
                    "OpsTicket",
                    "notices@opsticket.example",
                    "privacy@opsticket.example",
                    "opsticket.fairnotice",
                    new Email("A new vendor", "{{#x}} Dear {{name}}", null)));
            mailings.append(id, List.of(to(1), to(2)));
            mailings.seal(id);
            return id;
        });
        await(() -> mailings.find(mailing).orElseThrow().counts().refused() == 2);

        open("legal", "/mailings/" + mailing).andExpect(says("2 refused", "The section x is not closed"));
        String incident = "Write 2 messages of mailing " + mailing;
        open("admin", "/incidents").andExpect(says(incident, "The section x is not closed"));

        mailings.cancelUnsent("unwritten-one");
        open("admin", "/incidents").andExpect(saysNot(incident));
    }

    @Test
    void a_code_is_not_sent_again() throws Exception {
        long mailing = held("objection/code/9");

        send("legal", "/mailings/" + mailing + "/again", "reason", "Please")
                .andExpect(says("whoever needs one asks for a new one"));
    }

    /** In the transaction that opens it, before anybody sends it. */
    private long held(String key) {
        return transaction.execute(status -> {
            long id = mailings.open(new NewMailing(
                    key,
                    Kind.CONTRACTUAL,
                    "OPSTICKET-2026-9999",
                    "OpsTicket",
                    "notices@opsticket.example",
                    "privacy@opsticket.example",
                    "opsticket.fairnotice",
                    new Email("A new vendor", "Dear {{name}}", null)));
            mailings.append(id, List.of(to(1), to(2)));
            mailings.seal(id);
            jdbc.sql("""
                            insert into mail_hold (mailing, since, reply, next_attempt_at)
                            values (:id, '2026-03-02T09:00:00Z', '554 5.7.1 <x>: Relay access denied', now() + interval '1 hour')
                            """).param("id", id).update();
            return id;
        });
    }

    private static Outgoing to(long party) {
        return new Outgoing(party, party, "person" + party + "@example.com", "Person", Map.of(), null);
    }
}
