package fairnotice.embedded;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Reads a raw message (RFC 5322, MIME). */
final class MailboxReading {

    private MailboxReading() {}

    /** @throws IOException when it is no message at all */
    static Received read(byte[] raw, String to) throws IOException {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            InternetAddress[] from = InternetAddress.parseHeader(message.getHeader("From", ","), false);
            return new Received(
                    from.length == 0 ? null : from[0].toUnicodeString(),
                    to,
                    message.getSubject(),
                    message.getSentDate() == null ? null : message.getSentDate().toInstant(),
                    headers(message),
                    part(message, "text/plain"),
                    part(message, "text/html"));
        } catch (MessagingException e) {
            throw new IOException("Not a message", e);
        }
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            String value = header.getValue().replaceAll("\r?\n[ \t]+", " ");
            headers.merge(header.getName(), value, (first, next) -> first + "\n" + next);
        }
        return headers;
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
