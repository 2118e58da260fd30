package fairnotice.mail.smtp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells refusals of us from refusals of a recipient, and holds the mailings that meet the first; one for all connections of a node. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int REMEMBERED = 10_000;
    /** So many refused alike, and none accepted, are a refusal of the mailing. */
    private static final int ALIKE = 5;
    /** The same in a row where others were accepted. */
    private static final int ALIKE_AFTER_OTHERS = 20;

    private record Row(String common, int length) {}

    private final Outbox outbox;
    private final Duration firstProbe;
    private final Duration giveUpAfter;
    private final Set<Long> accepting = ConcurrentHashMap.newKeySet();
    private final Map<Long, Row> rows = new ConcurrentHashMap<>();
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());

    Refusals(Outbox outbox, SenderSettings settings) {
        this.outbox = outbox;
        this.firstProbe = settings.probe();
        this.giveUpAfter = settings.giveUpAfter();
    }

    /** The relay takes the mailing's messages. Those to the sender's own domain prove nothing: many relays take no others. */
    void accepted(Queued message, String sender) {
        if (domain(sender).equalsIgnoreCase(domain(message.outgoing().address()))) {
            return;
        }
        if (accepting.size() > REMEMBERED) {
            accepting.clear();
        }
        accepting.add(message.mailing());
        if (!rows.isEmpty()) {
            rows.remove(message.mailing());
        }
    }

    /** Whether the refusal is ours, as it stands alone. */
    boolean isOurs(Queued message, Reply refused) {
        return refused.about() == About.SENDER || refused.about() == About.POLICY && !isAccepting(message.mailing());
    }

    /** Holds the mailing when the refusal is ours as it stands alone. @return whether the message waits with it */
    boolean holdAtOnce(Queued message, Reply refused) {
        return isOurs(message, refused) && hold(message, refused);
    }

    /** The refusal is written down: takes it back, and those before it, when it is one too many of a kind. @return whether the mailing is held */
    boolean holdAfter(Queued message, Reply refused) {
        if (refused.about() == About.RECIPIENT || !isOneTooMany(message, refused) || !hold(message, refused)) {
            return false;
        }
        String common = About.common(refused.text(), message.outgoing().address());
        List<Refusal> alike = outbox.refused(message.mailing()).stream()
                .filter(other -> About.common(other.reply(), other.address()).equals(common))
                .toList();
        outbox.takeBack(alike);
        return true;
    }

    /** What was refused before, and again after others were accepted, is refused for good. */
    private boolean isOneTooMany(Queued message, Reply refused) {
        boolean others = isAccepting(message.mailing());
        if (others && message.attempts() > 0) {
            return false;
        }
        String common = About.common(refused.text(), message.outgoing().address());
        Row row = rows.merge(
                message.mailing(),
                new Row(common, 1),
                (before, one) -> before.common().equals(common) ? new Row(common, before.length() + 1) : one);
        return row.length() >= (others ? ALIKE_AFTER_OTHERS : ALIKE);
    }

    private boolean isAccepting(long mailing) {
        if (accepting.contains(mailing)) {
            return true;
        }
        boolean known = outbox.isAccepting(mailing);
        if (known) {
            accepting.add(mailing);
        }
        return known;
    }

    private boolean hold(Queued message, Reply refused) {
        Hold hold = outbox.hold(message, refused.text(), firstProbe);
        if (hold.onset()) {
            LOG.warn("SMTP relay refuses our messages, retrying in {}: {}", firstProbe, refused.text());
        }
        return hold.held();
    }

    /** Whether it is time to look for held mailings; one connection of this node does. */
    boolean isTimeToLook() {
        long due = nextLook.get();
        long now = System.nanoTime();
        return now - due >= 0 && nextLook.compareAndSet(due, now + firstProbe.toNanos() / 10);
    }

    /** A message of a held mailing was refused once more. */
    void stillRefused(Queued message, Reply refused) {
        outbox.stillHeld(message, refused.text(), giveUpAfter);
    }

    /** A message of a held mailing was accepted. */
    void over(Queued message) {
        Unheld unheld = outbox.unhold(message.mailing());
        if (unheld.first()) {
            LOG.info("SMTP relay accepts our messages again after {}; {} waited", unheld.after(), unheld.waited());
        }
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
