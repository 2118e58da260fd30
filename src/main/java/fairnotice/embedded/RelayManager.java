package fairnotice.embedded;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Behaves as the world does: mail to {@code refused.example.net} is refused, to {@code deferred.example.net} put off the first time,
 * to {@code bounced.example.net} taken and returned later. Everything else is filed in the {@link MailboxFolder}, not in GreenMail, whose
 * own store grows without bound.
 */
final class RelayManager extends SmtpManager {

    private static final Logger RELAY_LOG = LoggerFactory.getLogger(RelayManager.class);
    private static final int REMEMBERED = 10_000;

    private final MailboxFolder folder;
    private final GreenMailUser reports;
    private final ScheduledExecutorService later;
    private final Duration bounceAfter;
    private final Set<String> putOff = Collections.synchronizedSet(Collections.newSetFromMap(new Forgetting()));

    RelayManager(
            Managers managers,
            MailboxFolder folder,
            GreenMailUser reports,
            ScheduledExecutorService later,
            Duration bounceAfter) {
        super(managers.getImapHostManager(), managers.getUserManager());
        this.folder = folder;
        this.reports = reports;
        this.later = later;
        this.bounceAfter = bounceAfter;
    }

    @Override
    public String checkRecipient(SmtpState state, MailAddress recipient) {
        String address = recipient.getEmail().toLowerCase(Locale.ROOT);
        if (address.endsWith("@refused.example.net")) {
            return "550 5.1.1 <" + address + ">: no such mailbox";
        }
        if (address.endsWith("@deferred.example.net") && putOff.add(address)) {
            return "451 4.7.1 <" + address + ">: greylisted, try again later";
        }
        return super.checkRecipient(state, recipient);
    }

    /** Not under GreenMail's lock: each message is a file of its own. */
    @Override
    public void send(SmtpState state) {
        MovingMessage message = state.getMessage();
        byte[] raw = raw(message.getMessage());
        for (MailAddress recipient : message.getToAddresses()) {
            String address = recipient.getEmail();
            if (address.toLowerCase(Locale.ROOT).endsWith("@bounced.example.net")) {
                bounce(message, address);
            } else {
                folder.deliver(address, raw);
            }
        }
    }

    private void bounce(MovingMessage message, String recipient) {
        MimeMessage original = message.getMessage();
        String sender = message.getReturnPath().getEmail();
        later.schedule(() -> report(original, sender, recipient), bounceAfter.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void report(MimeMessage original, String sender, String recipient) {
        try {
            reports.deliver(RelayReports.undelivered(original, sender, recipient));
        } catch (MessagingException e) {
            RELAY_LOG.warn("A message to {} bounces without a report", recipient, e);
        }
    }

    private static byte[] raw(MimeMessage message) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A message just parsed cannot be written", e);
        }
    }

    /** The addresses met last. */
    private static final class Forgetting extends LinkedHashMap<String, Boolean> {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
