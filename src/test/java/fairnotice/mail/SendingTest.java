package fairnotice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fairnotice.mail.SmtpSink.Taken;
import fairnotice.mail.smtp.ClaimedBatch;
import fairnotice.mail.smtp.Outbox;
import fairnotice.mail.smtp.Sender;
import fairnotice.refusal.Language;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SendingTest extends OnRelay {

    @Test
    void every_recipient_gets_one_message_and_sees_no_other_recipient() {
        long mailing = house.announced("a", 23);

        house.sender(relay.port(), 4);
        awaitTried(mailing);

        assertThat(relay.taken())
                .hasSize(23)
                .allSatisfy(message -> assertThat(message.to())
                        .hasSize(1)
                        .allSatisfy(to -> assertThat(message.header("To")).contains("<" + to + ">")));
        assertThat(recipients()).hasSize(23);
        assertThat(counts(mailing).handedOver()).isEqualTo(23);
    }

    @Test
    void a_sender_that_may_not_act_stops_within_its_batch_and_goes_on_where_it_was() {
        long mailing = house.announced("a", 5);
        house.mayAct = () -> relay.taken().size() < 2;

        house.sender(relay.port(), 1);
        await().during(Duration.ofMillis(500)).until(() -> relay.taken().size(), taken -> taken == 2);

        house.mayAct = () -> true;
        awaitTried(mailing);
        assertThat(relay.taken()).hasSize(5);
        assertThat(recipients()).hasSize(5);
    }

    @Test
    void connections_are_used_again() {
        long mailing = house.announced("a", 23);

        house.sender(relay.port(), 1);
        awaitTried(mailing);

        assertThat(relay.connections()).isEqualTo(1);
    }

    @Test
    void two_senders_never_send_one_message_twice() {
        house.close();
        // batches that are taken one by one, so that all six connections work
        house = new MailHouse(25);
        long mailing = house.announced("a", 300);

        house.sender(relay.port(), 3);
        house.sender(relay.port(), 3);
        awaitTried(mailing);

        assertThat(relay.taken()).hasSize(300);
        assertThat(recipients()).hasSize(300);
    }

    @Test
    void an_outcome_carries_the_reply_and_the_legal_time() {
        house.announced("a", 1);

        house.sender(relay.port(), 1);
        Outcome outcome = awaitOutcomes(1).get(0);

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        "a",
                        1,
                        10,
                        "person1@example.com",
                        MessageState.HANDED_OVER,
                        MailHouse.LEGAL_NOW,
                        MailHouse.LEGAL_NOW,
                        "250 2.0.0 queued",
                        Language.EN));
    }

    @Test
    void a_refused_recipient_does_not_stop_the_others() {
        relay.recipients(to -> to.startsWith("person2@") ? "550 5.1.1 no such user" : "250 OK");
        long mailing = house.announced("a", 3);

        house.sender(relay.port(), 1);
        awaitTried(mailing);

        MessageCounts counts = counts(mailing);
        assertThat(counts.handedOver()).isEqualTo(2);
        assertThat(counts.refused()).isEqualTo(1);
        assertThat(house.mailings.messages(mailing, 1, 1).get(0).reply()).contains("550 5.1.1 no such user");
    }

    @Test
    void a_message_refused_after_its_data_is_refused() {
        relay.bodies(to -> "554 5.6.0 cannot be read");
        long mailing = house.announced("a", 1);

        house.sender(relay.port(), 1);
        awaitTried(mailing);

        assertThat(counts(mailing).refused()).isEqualTo(1);
    }

    @Test
    void an_address_that_is_none_is_refused_without_asking_the_relay() {
        long mailing = house.announced(
                MailHouse.letter("a", Kind.CONTRACTUAL),
                List.of(MailHouse.to("nobody", 1), MailHouse.to("x@example.com\r\nBcc: y@example.com", 2)));

        house.sender(relay.port(), 1);
        awaitTried(mailing);

        assertThat(counts(mailing).refused()).isEqualTo(2);
        assertThat(relay.taken()).isEmpty();
    }

    @Test
    void a_deferred_message_lets_the_mailing_settle_and_arrives_later() {
        Set<String> met = ConcurrentHashMap.newKeySet();
        relay.recipients(to -> to.startsWith("person2@") && met.add(to) ? "451 4.7.1 greylisted" : "250 OK");
        long mailing = house.announced("a", 3);

        house.sender(relay.port(), 1);
        List<Outcome> first = awaitOutcomes(3);
        List<Outcome> later = awaitLate(1);

        assertThat(house.mailings.find(mailing).orElseThrow().settledAt()).isEqualTo(MailHouse.LEGAL_NOW);
        assertThat(first).filteredOn(o -> o.party() != 2).allMatch(o -> o.state() == MessageState.HANDED_OVER);
        assertThat(later).extracting(Outcome::party).containsExactly(2L);
        assertThat(later).extracting(Outcome::state).containsExactly(MessageState.HANDED_OVER);
        assertThat(counts(mailing).handedOver()).isEqualTo(3);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_message_deferred_for_too_long_is_given_up() {
        relay.recipients(to -> "451 4.7.1 greylisted");
        long mailing = house.announced("a", 1);
        house.sender(relay.port(), 1);
        awaitOutcomes(1);

        house.jdbc
                .sql("update mail_deferred set since = now() - interval '6 days'")
                .update();
        await().atMost(Duration.ofSeconds(20))
                .until(
                        house::takeLate,
                        heard -> heard.stream()
                                .anyMatch(o -> o.state() == MessageState.REFUSED
                                        && o.reply().contains("greylisted")));

        assertThat(counts(mailing).refused()).isEqualTo(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_message_whose_row_cannot_be_read_waits_alone() {
        long mailing = house.announced("a", 12);
        house.jdbc
                .sql("update mail_message set link_purpose = 'A LATER VERSION''S' where ordinal = 2")
                .update();

        house.sender(relay.port(), 1);

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        counts(mailing).handedOver() == 9 && counts(mailing).refused() == 3);
        assertThat(waiting()).as("they are tried again").isEqualTo(3);
        assertThat(house.unwritten().all()).singleElement().satisfies(incident -> {
            assertThat(incident.mailing()).isEqualTo(mailing);
            assertThat(incident.about()).isEqualTo("OPSTICKET-2027-0001");
            assertThat(incident.messages()).isEqualTo(3);
            assertThat(incident.cause()).contains("This message cannot be read", "A LATER VERSION'S");
        });
    }

    @Test
    void a_message_that_cannot_be_written_counts_as_refused_is_tried_again_and_is_told_once_and_when_it_went_out() {
        Email unclosed = new Email("A change", "{{#x}} Dear {{name}}", null);
        long mailing = house.announced(
                MailHouse.letter("a", Kind.CONTRACTUAL, unclosed), List.of(MailHouse.to("ann@example.com", 1)));
        house.sender(relay.port(), 1);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> house.hear().stream()
                        .anyMatch(outcome -> outcome.state() == MessageState.REFUSED
                                && outcome.reply().contains("The section x is not closed")));
        await().atMost(Duration.ofSeconds(20)).until(() -> attempts() >= 3);
        assertThat(house.unwritten().all()).hasSize(1);
        assertThat(house.takeLate()).as("its owner has heard").isEmpty();

        house.jdbc
                .sql("update mailing set text_part = 'Dear {{name}}' where id = :id")
                .param("id", mailing)
                .update();
        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).handedOver() == 1);
        assertThat(relay.taken())
                .singleElement()
                .satisfies(taken -> assertThat(taken.raw()).contains("Dear=20=", "Person 1"));
        assertThat(house.takeLate()).extracting(Outcome::state).containsExactly(MessageState.HANDED_OVER);
        assertThat(house.unwritten().all()).isEmpty();
        assertThat(waiting()).isZero();
    }

    private int attempts() {
        return house.jdbc
                .sql("select max(attempts) from mail_message")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_message_that_could_not_be_written_for_longer_than_any_is_tried_is_given_up() {
        Email unclosed = new Email("A change", "{{#x}} Dear {{name}}", null);
        long mailing = house.announced(
                MailHouse.letter("a", Kind.CONTRACTUAL, unclosed), List.of(MailHouse.to("ann@example.com", 1)));
        house.sender(relay.port(), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 1);

        house.jdbc
                .sql("update mail_deferred set since = now() - interval '6 days'")
                .update();

        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 0);
        assertThat(counts(mailing).refused()).isEqualTo(1);
    }

    @Test
    void a_message_that_cannot_be_composed_waits_and_the_next_mailing_goes_out() {
        long bad = house.announced("a", 3);
        Outbox failing = failing("masthead", argument -> argument.equals(bad));

        house.sender(relay.port(), MailHouse.settings(1, 5, Duration.ofSeconds(10)), failing);
        long good = house.announced("b", 3);

        await().atMost(Duration.ofSeconds(20)).until(() -> counts(good).handedOver() == 3);
        await().atMost(Duration.ofSeconds(20)).until(() -> counts(bad).refused() == 3);
        assertThat(house.workers.waiting())
                .as("a bad message is no failure of its sender")
                .isEmpty();
    }

    @Test
    void a_batch_that_fails_unexpectedly_stands_aside_and_its_sender_goes_on_with_others() {
        house.announced("a", 3);
        long first =
                house.jdbc.sql("select id from mail_batch").query(Long.class).single();
        Outbox failing = failing(
                "pending",
                batches -> ((Collection<?>) batches).stream().anyMatch(batch -> ((ClaimedBatch) batch).id() == first));

        house.sender(relay.port(), MailHouse.settings(1, 5, Duration.ofSeconds(10)), failing);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !house.workers.waiting().isEmpty());
        long good = house.announced("b", 3);

        await().atMost(Duration.ofSeconds(20)).until(() -> counts(good).handedOver() == 3);
        assertThat(house.jdbc
                        .sql("select lease_until > now() + interval '30 seconds' from mail_batch where id = :id")
                        .param("id", first)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** The real one, but for calls whose first argument is bad: those meet a bug. */
    private Outbox failing(String method, Predicate<Object> bad) {
        return (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method) && bad.test(arguments[0])) {
                        throw new IllegalStateException("a bug");
                    }
                    try {
                        return called.invoke(house.outbox(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void while_the_relay_is_down_messages_wait_untried_and_nothing_is_lost() {
        int port = relay.port();
        relay.close();
        long mailing = house.announced("a", 12);
        house.sender(port, 2);

        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(20))
                .until(() -> counts(mailing).pending() == 12);
        try (SmtpSink back = new SmtpSink(port, true)) {
            awaitTried(mailing);

            assertThat(back.taken()).hasSize(12);
            assertThat(counts(mailing).handedOver()).isEqualTo(12);
        }
    }

    @Test
    void a_relay_that_turns_everybody_away_makes_messages_wait() {
        relay.recipients(to -> "421 4.3.2 shutting down");
        long mailing = house.announced("a", 3);
        house.sender(relay.port(), 1);

        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(20))
                .until(() -> counts(mailing).pending() == 3);
        relay.recipients(to -> "250 OK");
        awaitTried(mailing);

        assertThat(counts(mailing).handedOver()).isEqualTo(3);
    }

    @Test
    void a_connection_that_breaks_before_the_content_is_opened_again_at_once() {
        Set<String> met = ConcurrentHashMap.newKeySet();
        relay.recipients(to -> to.startsWith("person3@") && met.add(to) ? null : "250 OK");
        long mailing = house.announced("a", 4);

        house.sender(relay.port(), 1);
        awaitTried(mailing);

        assertThat(counts(mailing).handedOver()).isEqualTo(4);
        assertThat(relay.connections()).isEqualTo(2);
    }

    @Test
    void a_connection_that_breaks_after_the_content_is_not_tried_again_at_once() {
        Set<String> met = ConcurrentHashMap.newKeySet();
        relay.bodies(to -> to.startsWith("person3@") && met.add(to) ? null : "250 OK");
        long mailing = house.announced("a", 4);

        house.sender(relay.port(), 1);
        List<Outcome> first = awaitOutcomes(4);
        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).handedOver() == 4);

        assertThat(first)
                .filteredOn(o -> o.state() == MessageState.DEFERRED)
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.party()).isEqualTo(3);
                    assertThat(o.reply()).contains("may have been accepted");
                });
    }

    @Test
    void a_message_that_breaks_every_connection_is_deferred_and_the_others_go_on() {
        relay.bodies(to -> to.startsWith("person1@") ? null : "250 OK");
        long mailing = house.announced("a", 4);

        house.sender(relay.port(), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).handedOver() == 3);

        assertThat(counts(mailing).deferred()).isEqualTo(1);
    }

    @Test
    void a_relay_that_takes_its_time_after_the_message_gets_it_once() {
        relay.bodies(to -> later(Duration.ofMillis(900), "250 OK"));
        long mailing = house.announced("a", 1);

        waitingSender(Duration.ofMillis(300), Duration.ofSeconds(20));
        awaitTried(mailing);
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);

        assertThat(relay.taken()).hasSize(1);
        assertThat(counts(mailing).handedOver()).isEqualTo(1);
    }

    @Test
    void a_message_without_an_answer_is_deferred_and_says_that_it_may_have_been_accepted() {
        relay.bodies(to -> later(Duration.ofSeconds(2), "250 OK"));
        house.announced("a", 1);

        waitingSender(Duration.ofMillis(300), Duration.ofMillis(500));
        Outcome outcome = awaitOutcomes(1).get(0);

        assertThat(outcome.state()).isEqualTo(MessageState.DEFERRED);
        assertThat(outcome.reply()).startsWith("No answer after the message was sent; it may have been accepted");
    }

    @Test
    void after_a_long_reply_the_connection_waits_no_longer_than_before() {
        AtomicReference<Thread> slow = new AtomicReference<>();
        AtomicReference<Thread> next = new AtomicReference<>();
        relay.bodies(to -> {
            slow.set(Thread.currentThread());
            return later(Duration.ofMillis(1500), "554 5.6.0 not this one");
        });
        relay.recipients(to -> {
            if (!to.startsWith("person2@")) {
                return "250 OK";
            }
            next.compareAndSet(null, Thread.currentThread());
            return later(Duration.ofSeconds(3), "250 OK");
        });
        house.announced("a", 2);

        waitingSender(Duration.ofSeconds(1), Duration.ofSeconds(20));
        List<Outcome> outcomes = awaitOutcomes(2);

        assertThat(outcomes)
                .extracting(Outcome::state)
                .containsExactlyInAnyOrder(MessageState.REFUSED, MessageState.DEFERRED);
        assertThat(next.get()).as("the same connection").isSameAs(slow.get());
    }

    @Test
    void a_sender_stops_while_a_relay_does_not_answer_and_repeats_the_message_once() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        relay.bodies(to -> {
            asked.countDown();
            return once(stopped, "250 OK");
        });
        long mailing = house.announced("a", 2);
        Sender sender = waitingSender(Duration.ofSeconds(60), Duration.ofSeconds(60));
        await().atMost(Duration.ofSeconds(20)).until(() -> asked.getCount() == 0);

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> sender.stop());
        stopped.countDown();
        assertThat(counts(mailing).deferred()).isEqualTo(1);
        assertThat(counts(mailing).pending()).isEqualTo(1);
        relay.bodies(to -> "250 OK");
        await().atMost(Duration.ofSeconds(20)).until(() -> relay.accepted() == 1);
        sender.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).handedOver() == 2);

        assertThat(relay.taken()).hasSize(3);
    }

    @Test
    void a_deferred_message_that_met_no_relay_is_tried_as_soon_as_there_is_one() {
        relay.recipients(to -> "451 4.7.1 greylisted");
        long mailing = house.announced("a", 1);
        house.sender(relay.port(), 1);
        awaitOutcomes(1);
        int port = relay.port();
        relay.close();
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);

        try (SmtpSink back = new SmtpSink(port, true)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).handedOver() == 1);

            assertThat(back.taken()).hasSize(1);
        }
    }

    @Test
    void a_single_letter_does_not_wait_for_a_large_mailing() {
        house.close();
        house = new MailHouse(100);
        house.announced("large", 200);
        house.announced("code", 1);

        var first = house.outbox.claim(Duration.ofSeconds(10)).get(0);

        assertThat(house.mailings.find(first.mailing()).orElseThrow().key()).isEqualTo("code");
    }

    @Test
    void a_letter_is_handed_over_when_it_is_committed_though_the_next_look_is_an_hour_away() {
        idleSender(4);

        long mailing = house.announced("a", 1);

        awaitTried(mailing);
        assertThat(relay.taken()).hasSize(1);
    }

    @Test
    void all_connections_join_in_though_only_one_keeps_watch() {
        house.close();
        // batches that are taken one by one
        house = new MailHouse(25);
        CountDownLatch together = new CountDownLatch(4);
        Set<Thread> met = ConcurrentHashMap.newKeySet();
        relay.bodies(to -> met(together, met) ? "250 OK" : "554 alone");
        idleSender(4);

        long mailing = house.announced("a", 100);

        awaitTried(mailing);
        assertThat(counts(mailing).handedOver()).isEqualTo(100);
    }

    @Test
    void a_sender_that_waits_stops_at_once() {
        Sender sender = idleSender(4);

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> sender.stop());
    }

    private Sender waitingSender(Duration reply, Duration finalReply) {
        return house.sender(
                relay.port(),
                MailHouse.settings(1, 5, Duration.ofSeconds(10), Duration.ofMillis(20), reply, finalReply),
                house.outbox);
    }

    /** One that has looked in vain and waits to be called. */
    private Sender idleSender(int connections) {
        Sender sender = house.sender(
                relay.port(),
                MailHouse.settings(connections, 5, Duration.ofSeconds(10), Duration.ofHours(1)),
                house.outbox);
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        return sender;
    }

    /** Whether as many connections as the latch counts are handing over at the same time. */
    private static boolean met(CountDownLatch together, Set<Thread> met) {
        if (met.add(Thread.currentThread())) {
            together.countDown();
        }
        try {
            return together.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String later(Duration wait, String reply) {
        await().pollDelay(wait).atMost(wait.plusSeconds(10)).until(() -> true);
        return reply;
    }

    private static String once(CountDownLatch passed, String reply) {
        await().atMost(Duration.ofMinutes(1)).until(() -> passed.getCount() == 0);
        return reply;
    }

    private Set<String> recipients() {
        Set<String> all = new HashSet<>();
        for (Taken message : relay.taken()) {
            all.addAll(message.to());
        }
        return all;
    }

    private long waiting() {
        return house.jdbc
                .sql("select count(*) from mail_deferred")
                .query(Long.class)
                .single();
    }

    private void awaitTried(long mailing) {
        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).pending() == 0);
    }

    private List<Outcome> awaitOutcomes(int n) {
        List<Outcome> heard = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            heard.addAll(house.hear());
            return heard.size() >= n;
        });
        return heard;
    }

    private List<Outcome> awaitLate(int n) {
        List<Outcome> heard = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            heard.addAll(house.takeLate());
            return heard.size() >= n;
        });
        return heard;
    }
}
