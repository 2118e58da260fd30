package fairnotice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What belongs together stands in one conversation of the recipient's mail program (RFC 5322, 3.6.4). */
class ThreadedMessagesTest extends OnRelay {

    private static final String ADVISER = "adviser@law.example.com";

    @Test
    void later_messages_of_a_thread_name_the_first_that_the_same_party_got_at_the_same_address()
            throws MessagingException {
        send("offer", "case/1", MailHouse.to(ADVISER, 1), MailHouse.to(ADVISER, 2), MailHouse.to("ann@example.com", 1));
        send("reminder", "case/1", MailHouse.to("Adviser@law.example.com", 1));
        send("lapsed", "case/1", MailHouse.to(ADVISER, 1), MailHouse.to(ADVISER, 2));

        List<MimeMessage> got = got(6);

        assertThat(got.subList(0, 3))
                .allSatisfy(first -> assertThat(answered(first)).isNull());
        String toOne = got.get(0).getMessageID();
        String toTwo = got.get(1).getMessageID();
        assertThat(toOne).isNotEqualTo(toTwo);
        assertThat(answered(got.get(3))).isEqualTo(toOne);
        assertThat(answered(got.get(4))).isEqualTo(toOne);
        assertThat(answered(got.get(5))).isEqualTo(toTwo);
        assertThat(got.get(4).getHeader("References")).containsExactly(toOne);
    }

    /** As mailings have none that were written before V053. */
    @Test
    void a_thread_whose_first_mailing_has_no_label_goes_on() throws MessagingException {
        house.announced(MailHouse.letter("offer", Kind.CONTRACTUAL).in("case/1"), List.of(MailHouse.to(ADVISER, 1)));
        house.jdbc.sql("update mailing set label = null").update();
        house.sender(relay.port(), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> relay.taken().size() == 1);
        send("reminder", "case/1", MailHouse.to(ADVISER, 1));

        List<MimeMessage> got = got(2);

        assertThat(got.get(0).getMessageID()).matches("<fn\\.\\d+\\.1\\.[0-9a-f]{24}@publisher\\.example>");
        assertThat(answered(got.get(1))).isEqualTo(got.get(0).getMessageID());
    }

    @Test
    void a_new_address_begins_a_thread_of_its_own() throws MessagingException {
        send("offer", "case/1", MailHouse.to("old@example.com", 1));
        send("again", "case/1", MailHouse.to("new@example.com", 1));
        send("reminder", "case/1", MailHouse.to("new@example.com", 1));

        List<MimeMessage> got = got(3);

        assertThat(answered(got.get(1))).isNull();
        assertThat(answered(got.get(2))).isEqualTo(got.get(1).getMessageID());
    }

    @Test
    void what_follows_a_conversation_names_what_began_it_though_its_party_is_another() throws MessagingException {
        NewMailing receipt =
                MailHouse.letter("receipt", Kind.CONTRACTUAL).in("case/1").following("change/1", 8);
        NewMailing offer =
                MailHouse.letter("offer", Kind.CONTRACTUAL).in("case/1").following("change/2", 9);
        send("notice", "change/1", MailHouse.to(ADVISER, 8), MailHouse.to(ADVISER, 9));
        send("reminder", "change/1", MailHouse.to(ADVISER, 8));
        send(receipt, MailHouse.to(ADVISER, 1), MailHouse.to("new@example.com", 1));
        send("again", "change/2", MailHouse.to(ADVISER, 9));
        send(offer, MailHouse.to(ADVISER, 1), MailHouse.to("new@example.com", 1));

        List<MimeMessage> got = got(8);

        String notice = got.get(0).getMessageID();
        assertThat(answered(got.get(3))).isEqualTo(notice);
        assertThat(answered(got.get(4))).isNull();
        assertThat(answered(got.get(6)))
                .as("where its conversation began, though a newer notice came")
                .isEqualTo(notice);
        assertThat(answered(got.get(7))).isEqualTo(got.get(4).getMessageID());
    }

    @Test
    void who_got_only_letters_that_follow_a_conversation_gets_what_comes_in_it_with_the_newest_of_these()
            throws MessagingException {
        send("notice", "change/1", MailHouse.to(ADVISER, 8));
        send(following("first", "case/1", 8), MailHouse.to("ann@example.com", 1));
        send(following("second", "case/2", 8), MailHouse.to("ann@example.com", 2), MailHouse.to(ADVISER, 2));
        send(following("other", "case/3", 9), MailHouse.to("ann@example.com", 3), MailHouse.to("ben@example.com", 3));
        send(following("more", "case/2", 8), MailHouse.to("ann@example.com", 2));
        send(
                "in effect",
                "change/1",
                MailHouse.to(ADVISER, 8),
                MailHouse.to("Ann@example.com", 8),
                MailHouse.to("ben@example.com", 8));
        send("again", "change/1", MailHouse.to("ann@example.com", 8));

        List<MimeMessage> got = got(11);

        assertThat(answered(got.get(7)))
                .as("where it got the notice")
                .isEqualTo(got.get(0).getMessageID());
        assertThat(answered(got.get(8)))
                .as("of its party's cases, the newest")
                .isEqualTo(got.get(2).getMessageID());
        assertThat(answered(got.get(9))).as("another party's case").isNull();
        assertThat(answered(got.get(10))).isEqualTo(got.get(2).getMessageID());
    }

    private static NewMailing following(String key, String thread, long party) {
        return MailHouse.letter(key, Kind.CONTRACTUAL).in(thread).following("change/1", party);
    }

    @Test
    void an_answer_names_the_message_that_its_recipient_wrote_and_stays_in_the_thread() throws MessagingException {
        NewMailing receipt =
                MailHouse.letter("receipt", Kind.CONTRACTUAL).in("case/1").following("change/1", 8);
        NewMailing next =
                MailHouse.letter("next", Kind.CONTRACTUAL).in("case/1").following("change/1", 8);
        send("notice", "change/1", MailHouse.to(ADVISER, 8));
        send(
                receipt,
                MailHouse.to(ADVISER, 1).answering("<mine.1@law.example.com>"),
                MailHouse.to("unknown@example.com", 1).answering("<mine.2@example.com>"));
        send(next, MailHouse.to(ADVISER, 1));

        List<MimeMessage> got = got(4);

        String notice = got.get(0).getMessageID();
        assertThat(answered(got.get(1))).isEqualTo("<mine.1@law.example.com>");
        assertThat(got.get(1).getHeader("References", null)).isEqualTo(notice + " <mine.1@law.example.com>");
        assertThat(answered(got.get(2))).isEqualTo("<mine.2@example.com>");
        assertThat(got.get(2).getHeader("References", null)).isEqualTo("<mine.2@example.com>");
        assertThat(answered(got.get(3))).isEqualTo(notice);
    }

    @Test
    void mailings_of_other_threads_and_of_none_name_nothing() throws MessagingException {
        send("offer", "case/1", MailHouse.to(ADVISER, 1));
        send("other", "case/2", MailHouse.to(ADVISER, 1));
        send("news", null, MailHouse.to(ADVISER, 1));
        send("more news", null, MailHouse.to(ADVISER, 1));

        assertThat(got(4)).allSatisfy(message -> {
            assertThat(answered(message)).isNull();
            assertThat(message.getHeader("References")).isNull();
        });
    }

    /** One after the other, as they would be written. */
    private void send(String key, String thread, Outgoing... to) {
        send(MailHouse.letter(key, Kind.CONTRACTUAL).in(thread), to);
    }

    private void send(NewMailing mailing, Outgoing... to) {
        int before = relay.taken().size();
        house.announced(mailing, List.of(to));
        if (before == 0) {
            house.sender(relay.port(), 1);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> relay.taken().size() == before + to.length);
    }

    private List<MimeMessage> got(int count) {
        assertThat(relay.taken()).hasSize(count);
        return relay.taken().stream().map(ThreadedMessagesTest::parsed).toList();
    }

    private static MimeMessage parsed(SmtpSink.Taken taken) {
        try {
            byte[] raw = taken.raw().getBytes(StandardCharsets.ISO_8859_1);
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String answered(MimeMessage message) throws MessagingException {
        return message.getHeader("In-Reply-To", null);
    }
}
