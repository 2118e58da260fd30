package fairnotice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.ledger.Entry;
import fairnotice.mail.smtp.Sender;
import fairnotice.refusal.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a relay says about us, and not about a recipient, costs no recipient its message. */
@ExtendWith(OutputCaptureExtension.class)
class HeldMailingTest extends OnRelay {

    /** Whatever another test of this machine told the log to leave out. */
    @BeforeAll
    static void hearEverything() {
        ((Logger) LoggerFactory.getLogger("fairnotice.mail")).setLevel(Level.INFO);
    }

    @Override
    int batch() {
        return 25;
    }

    @Test
    void a_relay_that_denies_access_makes_all_messages_wait_and_they_arrive_once_it_is_mended() {
        relay.recipients(to -> "554 5.7.1 <" + to + ">: Relay access denied");
        long mailing = house.announced("a", 22);
        house.sender(relay.port(), 2);

        stays(() -> counts(mailing).pending() == 22);
        relay.recipients(to -> "250 OK");
        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).handedOver() == 22);

        assertThat(relay.taken()).hasSize(22);
    }

    @Test
    void a_refused_sender_makes_all_messages_wait() {
        relay.senders(from -> "553 not your address");
        long mailing = house.announced("a", 3);
        house.sender(relay.port(), 2);

        stays(() -> counts(mailing).pending() == 3);
        relay.senders(from -> "250 OK");

        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).handedOver() == 3);
    }

    @Test
    void messages_refused_alike_from_the_first_on_are_taken_back() {
        relay.bodies(to -> "550 no mail for " + to + " from this host");
        long mailing = house.announced("a", 22);
        house.sender(relay.port(), 2);

        stays(() -> counts(mailing).pending() == 22);
        assertThat(house.hear()).isEmpty();
        relay.bodies(to -> "250 OK");

        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).handedOver() == 22);
    }

    @Test
    void a_held_mailing_says_since_when_it_waits_and_for_what() {
        relay.recipients(to -> "554 5.7.1 Relay access denied");
        long mailing = house.announced("a", 22);
        house.sender(relay.port(), 1);

        await().atMost(Duration.ofSeconds(20)).until(() -> held().find(mailing).isPresent());
        HeldMailing held = held().find(mailing).orElseThrow();

        assertThat(held.since()).isEqualTo(MailHouse.LEGAL_NOW);
        assertThat(held.reply()).startsWith("554 5.7.1 Relay access denied");
        assertThat(held.waiting()).isEqualTo(22);
        assertThat(held.nextTry()).isBetween(MailHouse.LEGAL_NOW, MailHouse.LEGAL_NOW.plusSeconds(1));
        assertThat(house.mailings.find(mailing).orElseThrow().settledAt()).isNull();
    }

    @Test
    void a_tenth_of_refusals_of_each_kind_stops_nothing() {
        relay.recipients(to -> switch (to.charAt(to.indexOf('@') - 1)) {
            case '3' -> "550 no such user";
            case '5' -> "554 5.7.1 not wanted here";
            case '7' -> "451 4.7.1 later";
            case '9' -> "550 5.1.1 unknown";
            default -> "250 OK";
        });
        long mailing = house.announced("a", 100);
        house.sender(relay.port(), 2);

        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).pending() == 0);

        assertThat(counts(mailing).handedOver()).isEqualTo(60);
        assertThat(counts(mailing).refused()).isEqualTo(30);
        assertThat(counts(mailing).deferred()).isEqualTo(10);
    }

    @Test
    void unknown_recipients_are_refused_for_good_though_there_is_no_other() {
        relay.recipients(to -> "550 5.1.1 <" + to + ">: user unknown");
        long mailing = house.announced("a", 7);
        house.sender(relay.port(), 1);

        await().atMost(Duration.ofSeconds(20)).until(() -> house.hear().size() == 7);

        assertThat(counts(mailing).refused()).isEqualTo(7);
    }

    @Test
    void the_first_recipient_s_own_policy_holds_up_the_others_until_one_is_accepted() {
        relay.recipients(to -> to.startsWith("person1@") ? "554 5.7.1 not wanted here" : "250 OK");
        long mailing = house.announced("a", 3);
        house.sender(relay.port(), 1);

        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).pending() == 0);

        assertThat(counts(mailing).handedOver()).isEqualTo(2);
        assertThat(counts(mailing).refused()).isEqualTo(1);
    }

    @Test
    void a_relay_that_takes_only_our_own_domain_refuses_us() {
        relay.recipients(to -> to.endsWith("@publisher.example") ? "250 OK" : "554 5.7.1 Relay access denied");
        List<Outgoing> to = new ArrayList<>(List.of(MailHouse.to("privacy@publisher.example", 100)));
        to.addAll(MailHouse.recipients(3));
        long mailing = house.announced(MailHouse.letter("a", Kind.CONTRACTUAL), to);
        house.sender(relay.port(), 1);

        stays(() -> counts(mailing).pending() == 3);

        assertThat(counts(mailing).handedOver()).isEqualTo(1);
    }

    @Test
    void however_many_nodes_there_are_one_message_at_a_time_is_tried_again() {
        AtomicInteger asked = new AtomicInteger();
        relay.recipients(to -> {
            asked.incrementAndGet();
            return "554 5.7.1 Relay access denied";
        });
        long mailing = house.announced("a", 100);
        house.sender(relay.port(), 3);
        house.sender(relay.port(), 3);

        stays(() -> counts(mailing).pending() == 100);

        // one a connection at most before all know, and one after 200, 600, 1,000 ms and so on
        assertThat(asked.get()).isBetween(2, 4 + 6);
    }

    @Test
    void another_sender_s_letters_go_past_a_held_mailing() {
        relay.senders(from -> from.startsWith("notices@") ? "550 5.7.1 not you" : "250 OK");
        long held = house.announced("a", 3);
        house.sender(relay.port(), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> held().find(held).isPresent());

        Email letter = new Email("Your code", "1234", null);
        long code = house.announced(
                new NewMailing(
                        "b",
                        Kind.CONTRACTUAL,
                        "OBJ",
                        "P",
                        "codes@publisher.example",
                        "p@publisher.example",
                        "p",
                        letter),
                MailHouse.recipients(1));

        await().atMost(Duration.ofSeconds(20)).until(() -> counts(code).handedOver() == 1);
        assertThat(counts(held).pending()).isEqualTo(3);
    }

    @Test
    void a_held_mailing_that_is_cancelled_settles() {
        relay.senders(from -> "550 5.7.1 not you");
        long mailing = house.announced("a", 3);
        house.sender(relay.port(), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> held().find(mailing).isPresent());

        house.mailings.cancelUnsent("a");
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            house.hear();
            return house.mailings.find(mailing).orElseThrow().settledAt() != null;
        });

        assertThat(held().all(Scope.ALL)).isEmpty();
        assertThat(counts(mailing).cancelled()).isEqualTo(3);
    }

    @Test
    void a_mailing_refused_for_longer_than_any_message_is_tried_is_given_up() {
        relay.senders(from -> "550 5.7.1 not you");
        long mailing = house.announced("a", 3);
        house.sender(relay.port(), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> held().find(mailing).isPresent());

        house.jdbc
                .sql("update mail_hold set began_at = now() - interval '6 days'")
                .update();
        await().atMost(Duration.ofSeconds(20)).until(() -> house.hear().size() == 3);

        assertThat(counts(mailing).refused()).isEqualTo(3);
    }

    @Test
    void a_deferred_message_that_meets_a_refusal_of_us_stays_deferred() {
        relay.recipients(to -> "451 4.7.1 later");
        long mailing = house.announced("a", 1);
        house.sender(relay.port(), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).deferred() == 1);

        relay.recipients(to -> "554 5.7.1 Relay access denied");
        stays(() -> counts(mailing).deferred() == 1);
        relay.recipients(to -> "250 OK");

        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).handedOver() == 1);
    }

    @Test
    void the_log_tells_once_that_the_relay_refuses_us_and_once_that_it_works(CapturedOutput output) {
        relay.recipients(to -> "554 5.7.1 Relay access denied");
        List<Long> all =
                IntStream.range(0, 4).mapToObj(i -> house.announced("a" + i, 1)).toList();
        house.sender(relay.port(), 2);
        stays(() -> held().all(Scope.ALL).size() == 4);

        relay.recipients(to -> "250 OK");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> all.stream().allMatch(mailing -> counts(mailing).handedOver() == 1));

        assertThat(output).satisfies(log -> {
            assertThat(log.toString().split("SMTP relay refuses our messages, retrying in PT0.2S: 554 5.7.1 "))
                    .hasSize(2);
            assertThat(log.toString().split("SMTP relay accepts our messages again after"))
                    .hasSize(2);
        });
    }

    @Test
    void the_log_tells_once_that_the_relay_is_away_and_once_that_it_is_back(CapturedOutput output) {
        int port = relay.port();
        relay.close();
        long mailing = house.announced("a", 12);
        Sender sender = house.sender(port, 3);
        stays(() -> counts(mailing).pending() == 12);

        assertThat(sender.outage().orElseThrow().since()).isEqualTo(MailHouse.LEGAL_NOW);
        try (SmtpSink back = new SmtpSink(port, true)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).handedOver() == 12);
        }

        assertThat(output.toString().split("SMTP relay unavailable, retrying in PT0.05S: The relay smtp"))
                .hasSize(2);
        assertThat(output.toString().split("SMTP relay available again after")).hasSize(2);
        assertThat(sender.outage()).isEmpty();
    }

    @Test
    void refused_messages_sent_again_are_told_as_late_outcomes_and_no_other_is() {
        relay.recipients(to -> to.startsWith("person1@") ? "250 OK" : "550 5.1.1 <" + to + ">: user unknown");
        long mailing = house.announced("a", 7);
        house.sender(relay.port(), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> house.hear().size() == 7);
        Actor legal = new Actor("legal", Set.of(Role.LEGAL));
        Mailing found = house.mailings.find(mailing).orElseThrow();
        assertThat(house.sendingAgain().possible(found, legal)).isEqualTo(new FailedMessages.Counts(6, 0));
        assertThat(house.sendingAgain()
                        .possible(found, new Actor("finance", Set.of(Role.FINANCE)))
                        .any())
                .isFalse();

        relay.recipients(to -> to.startsWith("person2@") ? "550 5.1.1 <" + to + ">: user unknown" : "250 OK");
        long sent = house.inTransaction(() -> house.sendingAgain().send(mailing, "mended", legal));
        List<Outcome> late = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            late.addAll(house.takeLate());
            return late.size() == 6;
        });

        assertThat(sent).isEqualTo(6);
        assertThat(late).filteredOn(o -> o.party() != 2).allMatch(o -> o.state() == MessageState.HANDED_OVER);
        assertThat(late).filteredOn(o -> o.party() == 2).allMatch(o -> o.state() == MessageState.REFUSED);
        assertThat(relay.taken()).hasSize(6);
        await().atMost(Duration.ofSeconds(20)).until(() -> house.mailings.isQuiet());
        assertThat(house.hear()).isEmpty();
        assertThat(house.ledger).extracting(Entry::kind).containsExactly("mailing.sent-again");
        assertThatThrownBy(() -> house.inTransaction(() -> house.sendingAgain().send(mailing, "once more", legal)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("sent again once");
    }

    @Test
    void a_cancelled_mailing_is_not_sent_again() {
        relay.recipients(to -> "550 5.1.1 unknown");
        long mailing = house.announced("a", 2);
        house.sender(relay.port(), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> house.hear().size() == 2);
        house.mailings.cancelUnsent("a");

        assertThatThrownBy(() -> house.inTransaction(() ->
                        house.sendingAgain().send(mailing, "mended", new Actor("legal", Set.of(Role.LEGAL)))))
                .isInstanceOf(Refused.class);
    }

    private HeldMailings held() {
        return house.held();
    }

    private static void stays(Callable<Boolean> fact) {
        await().pollDelay(Duration.ofMillis(600)).until(() -> true);
        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(fact);
    }
}
