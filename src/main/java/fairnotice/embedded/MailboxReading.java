package fairnotice.embedded;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Reads a raw message (RFC 5322, MIME). */
final class MailboxReading {

    /** One for all messages, since each looks through the class path for providers. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private MailboxReading() {}

    /** @throws IOException when it is no message at all */
    static Received read(byte[] raw, String to) throws IOException {
        try {
            MimeMessage message = parsed(raw);
            InternetAddress[] from = InternetAddress.parseHeader(message.getHeader("From", ","), false);
            return new Received(
                    from.length == 0 ? null : from[0].toUnicodeString(),
                    to,
                    message.getSubject(),
                    message.getSentDate() == null ? null : message.getSentDate().toInstant(),
                    headers(message),
                    part(message, "text/plain"),
                    part(message, "text/html"),
                    enclosures(message));
        } catch (MessagingException e) {
            throw new IOException("Not a message", e);
        }
    }

    /** Reads no further than the head. @throws IOException when it is none */
    static Headed head(InputStream raw, long number, String to) throws IOException {
        try {
            MimeMessage message = parsed(new byte[0]);
            Collections.list(new InternetHeaders(raw).getAllHeaderLines()).forEach(line -> add(message, line));
            return new Headed(
                    number,
                    to,
                    message.getSubject(),
                    message.getSentDate() == null ? null : message.getSentDate().toInstant(),
                    headers(message));
        } catch (MessagingException e) {
            throw new IOException("Not the head of a message", e);
        }
    }

    private static void add(MimeMessage message, String line) {
        try {
            message.addHeaderLine(line);
        } catch (MessagingException e) {
            throw new IllegalStateException("A message in memory takes every line", e);
        }
    }

    /** @param number from 0 */
    static Optional<byte[]> enclosed(byte[] raw, int number) throws IOException {
        try {
            List<Part> files = new ArrayList<>();
            collect(parsed(raw), files);
            if (number < 0 || number >= files.size()) {
                return Optional.empty();
            }
            try (InputStream content = files.get(number).getInputStream()) {
                return Optional.of(content.readAllBytes());
            }
        } catch (MessagingException e) {
            throw new IOException("Not a message", e);
        }
    }

    private static MimeMessage parsed(byte[] raw) throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(raw));
    }

    private static List<Received.Enclosed> enclosures(Part message) throws MessagingException, IOException {
        List<Part> files = new ArrayList<>();
        collect(message, files);
        List<Received.Enclosed> enclosures = new ArrayList<>();
        for (Part file : files) {
            String name = file.getFileName() == null ? "" : MimeUtility.decodeText(file.getFileName());
            enclosures.add(new Received.Enclosed(name, type(file)));
        }
        return List.copyOf(enclosures);
    }

    private static String type(Part file) throws MessagingException {
        try {
            return new ContentType(file.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            return "application/octet-stream";
        }
    }

    private static void collect(Part part, List<Part> files) throws MessagingException, IOException {
        if (isFile(part)) {
            files.add(part);
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), files);
            }
        }
    }

    private static boolean isFile(Part part) throws MessagingException {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        } catch (ParseException e) {
            return false;
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
        if (isFile(part)) {
            return null;
        }
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
