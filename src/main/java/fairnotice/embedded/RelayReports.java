package fairnotice.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Properties;
import java.util.stream.Collectors;

/** Writes the delivery status notification (RFC 3464) that a real relay sends when a message could not be delivered. */
final class RelayReports {

    private static final String FORM = """
            From: Mail Delivery System <mailer-daemon@localhost>
            To: %1$s
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="report"

            --report
            Content-Type: text/plain; charset=us-ascii

            Your message to %2$s could not be delivered: the mailbox does not exist.

            --report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; localhost

            Final-Recipient: rfc822; %2$s
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 mailbox unavailable

            --report
            Content-Type: text/rfc822-headers

            %3$s

            --report--
            """;

    /** One for all messages, since each looks through the class path for providers. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private RelayReports() {}

    /** @throws MessagingException when the original's header cannot be read */
    static MimeMessage undelivered(MimeMessage original, String sender, String recipient) throws MessagingException {
        String headers = Collections.list(original.getAllHeaderLines()).stream().collect(Collectors.joining("\r\n"));
        String report = FORM.replace("\n", "\r\n").formatted(sender, recipient, headers);
        return new MimeMessage(SESSION, new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)));
    }
}
