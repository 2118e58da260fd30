package fairnotice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fairnotice.mail.smtp.Attempt;
import fairnotice.mail.smtp.ClaimedBatch;
import fairnotice.mail.smtp.Hold;
import fairnotice.mail.smtp.MailingHeader;
import fairnotice.mail.smtp.Outbox;
import fairnotice.mail.smtp.Queued;
import fairnotice.mail.smtp.Refusal;
import fairnotice.mail.smtp.Retry;
import fairnotice.mail.smtp.Unheld;
import fairnotice.refusal.Language;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

/** What happens when a node dies, or only seems to. */
class CrashTest extends OnRelay {

    private static final Duration SHORT = Duration.ofMillis(600);

    @Override
    int batch() {
        return 25;
    }

    @Test
    void a_node_that_dies_loses_nothing_and_repeats_at_most_one_message_a_connection() {
        long mailing = house.announced("a", 100);
        Cut dying = new Cut(house.outbox);
        relay.bodies(to -> {
            if (relay.accepted() >= 15) {
                dying.dead.set(true);
            }
            return "250 OK";
        });
        house.sender(relay.port(), MailHouse.settings(3, 10, SHORT), dying);
        await().atMost(Duration.ofSeconds(20)).until(dying.dead::get);

        house.sender(relay.port(), MailHouse.settings(3, 10, SHORT), house.outbox);
        await().atMost(Duration.ofSeconds(30)).until(() -> counts(mailing).handedOver() == 100);

        Map<String, Integer> times = timesTaken();
        assertThat(times).hasSize(100);
        assertThat(relay.taken().size() - 100).isLessThanOrEqualTo(3);
    }

    @Test
    void a_node_that_lost_its_lease_sends_no_further_message() throws InterruptedException {
        long mailing = house.announced("a", 10);
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        relay.bodies(to -> sleepOnce(asleep, woken));
        Cut sleeping = new Cut(house.outbox);
        sleeping.renewing.set(false);
        house.sender(relay.port(), MailHouse.settings(1, 10, SHORT), sleeping);
        assertThat(asleep.await(20, TimeUnit.SECONDS)).isTrue();

        house.sender(relay.port(), MailHouse.settings(1, 10, Duration.ofSeconds(10)), house.outbox);
        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).handedOver() == 10);
        woken.countDown();
        await().atMost(Duration.ofSeconds(20)).until(() -> relay.taken().size() == 11);

        assertThat(timesTaken()).hasSize(10);
        assertThat(relay.taken().stream().filter(m -> m.connection() == 1)).hasSize(1);
    }

    @Test
    void a_long_hand_over_keeps_its_lease_while_the_node_lives() throws InterruptedException {
        house.announced("a", 1);
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        relay.bodies(to -> sleepOnce(asleep, woken));
        house.sender(relay.port(), MailHouse.settings(1, 10, SHORT), house.outbox);
        assertThat(asleep.await(20, TimeUnit.SECONDS)).isTrue();

        await().during(SHORT.multipliedBy(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> house.outbox.claim(Duration.ofSeconds(10)).isEmpty());
        woken.countDown();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> house.mailings.finishedBatches(10).size() == 1);

        assertThat(relay.taken()).hasSize(1);
    }

    @Test
    void when_the_database_is_away_no_second_message_leaves_before_the_first_is_written_down() {
        long mailing = house.announced("a", 10);
        Cut flaky = new Cut(house.outbox);
        flaky.writing.set(false);
        house.sender(relay.port(), MailHouse.settings(1, 10, Duration.ofSeconds(10)), flaky);

        await().during(Duration.ofMillis(400)).atMost(Duration.ofSeconds(20)).until(() -> relay.accepted() == 1);
        flaky.writing.set(true);
        await().atMost(Duration.ofSeconds(20)).until(() -> counts(mailing).handedOver() == 10);

        assertThat(relay.taken()).hasSize(10);
    }

    private static String sleepOnce(CountDownLatch asleep, CountDownLatch woken) {
        if (asleep.getCount() > 0) {
            asleep.countDown();
            try {
                woken.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return "250 OK";
    }

    private Map<String, Integer> timesTaken() {
        Map<String, Integer> times = new HashMap<>();
        relay.taken().forEach(message -> times.merge(message.header("Message-ID"), 1, Integer::sum));
        return times;
    }

    /** The wire to the database, which a test can cut: a dead node writes nothing, and renews nothing. */
    private record Cut(Outbox real, AtomicBoolean dead, AtomicBoolean renewing, AtomicBoolean writing)
            implements Outbox {

        Cut(Outbox real) {
            this(real, new AtomicBoolean(), new AtomicBoolean(true), new AtomicBoolean(true));
        }

        private Outbox wire() {
            if (dead.get()) {
                throw new TransientDataAccessResourceException("the wire is cut");
            }
            return real;
        }

        @Override
        public List<ClaimedBatch> claim(Duration lease) {
            return wire().claim(lease);
        }

        @Override
        public Set<UUID> renew(Collection<UUID> owners, Duration lease) {
            if (!renewing.get()) {
                throw new TransientDataAccessResourceException("the node sleeps");
            }
            return wire().renew(owners, lease);
        }

        @Override
        public void release(Collection<ClaimedBatch> batches) {
            wire().release(batches);
        }

        @Override
        public void setAside(Collection<ClaimedBatch> batches, Duration wait) {
            wire().setAside(batches, wait);
        }

        @Override
        public void done(Collection<ClaimedBatch> batches) {
            wire().done(batches);
        }

        @Override
        public MailingHeader masthead(long mailing, Language language) {
            return wire().masthead(mailing, language);
        }

        @Override
        public List<Queued> pending(Collection<ClaimedBatch> batches, Queued after, int limit) {
            return wire().pending(batches, after, limit);
        }

        @Override
        public Optional<Retry> claimDeferred(Duration hold) {
            return wire().claimDeferred(hold);
        }

        @Override
        public boolean isAccepting(long mailing) {
            return wire().isAccepting(mailing);
        }

        @Override
        public Hold hold(Queued message, String reply, Duration nextIn) {
            return wire().hold(message, reply, nextIn);
        }

        @Override
        public List<Refusal> refused(long mailing) {
            return wire().refused(mailing);
        }

        @Override
        public void takeBack(List<Refusal> refused) {
            wire().takeBack(refused);
        }

        @Override
        public Optional<ClaimedBatch> claimHeld(Duration lease) {
            return wire().claimHeld(lease);
        }

        @Override
        public Optional<Queued> leastTried(ClaimedBatch batch) {
            return wire().leastTried(batch);
        }

        @Override
        public void stillHeld(Queued message, String reply, Duration most) {
            wire().stillHeld(message, reply, most);
        }

        @Override
        public Unheld unhold(long mailing) {
            return wire().unhold(mailing);
        }

        @Override
        public long waiting() {
            return wire().waiting();
        }

        @Override
        public void giveBack(Retry untried) {
            wire().giveBack(untried);
        }

        @Override
        public void record(List<Attempt> attempts) {
            if (!writing.get()) {
                throw new TransientDataAccessResourceException("the database is away");
            }
            wire().record(attempts);
        }
    }
}
