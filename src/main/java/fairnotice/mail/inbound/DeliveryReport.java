package fairnotice.mail.inbound;

import fairnotice.mail.MessageState;
import fairnotice.mail.Report;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A delivery status notification (RFC 3464): a multipart/report of a text for people, a message/delivery-status for machines and, often,
 * the original message or its header.
 *
 * @param original text in which the id of the original message stands
 */
record DeliveryReport(String original, List<Recipient> recipients) {

    /** What the report says of one recipient: action {@code failed}, {@code delivered}, {@code delayed}, {@code relayed}, {@code expanded}. */
    record Recipient(String action, String status, String diagnostic) {}

    private static final int LONGEST = 64 * 1024;

    /**
     * @return empty when the message is no delivery report
     * @throws MessagingException when it claims to be one and cannot be read
     */
    static Optional<DeliveryReport> in(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report")) {
            return Optional.empty();
        }
        // Parsed from its bytes: an IMAP server's idea of the structure is often wrong for reports.
        MimeMultipart parts = new MimeMultipart(
                new jakarta.mail.util.ByteArrayDataSource(message.getInputStream(), message.getContentType()));
        List<Recipient> recipients = new ArrayList<>();
        StringBuilder original = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++) {
            read(parts.getBodyPart(i), recipients, original);
        }
        // Last, for relays that leave the original out: the address the report came to (variable envelope return path).
        original.append('\n').append(String.join("\n", headers(message, "To")));
        original.append('\n').append(String.join("\n", headers(message, "Delivered-To")));
        return recipients.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeliveryReport(original.toString(), List.copyOf(recipients)));
    }

    /** What it says about our message; empty when it only says that the message is on its way. */
    Optional<Report> report() {
        return recipients.stream()
                .flatMap(recipient ->
                        state(recipient).stream().map(state -> new Report(original, state, words(recipient))))
                .findFirst();
    }

    private static Optional<MessageState> state(Recipient recipient) {
        return switch (recipient.action()) {
            case "failed" -> Optional.of(MessageState.BOUNCED);
            case "delivered" -> Optional.of(MessageState.DELIVERED);
            default -> Optional.empty();
        };
    }

    private static String words(Recipient recipient) {
        String words = (recipient.status() + " " + recipient.diagnostic())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return words.length() > 500 ? words.substring(0, 500) : words;
    }

    private static void read(BodyPart part, List<Recipient> recipients, StringBuilder original)
            throws MessagingException, IOException {
        if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
            recipients.addAll(recipients(part));
        } else if (part.isMimeType("message/rfc822")
                || part.isMimeType("text/rfc822-headers")
                || part.isMimeType("message/global")
                || part.isMimeType("message/global-headers")) {
            InternetHeaders headers = new InternetHeaders(bounded(part));
            original.append(
                    Optional.ofNullable(headers.getHeader("Message-ID", null)).orElse(""));
        }
    }

    /** Groups of fields between empty lines: the first about the message, one more for each recipient. */
    private static List<Recipient> recipients(Part part) throws MessagingException, IOException {
        InputStream fields = bounded(part);
        List<Recipient> recipients = new ArrayList<>();
        while (fields.available() > 0) {
            InternetHeaders group = new InternetHeaders(fields);
            String action = group.getHeader("Action", null);
            if (action != null) {
                recipients.add(new Recipient(
                        action.strip().toLowerCase(Locale.ROOT),
                        Optional.ofNullable(group.getHeader("Status", null)).orElse(""),
                        Optional.ofNullable(group.getHeader("Diagnostic-Code", null))
                                .orElse("")));
            }
        }
        return recipients;
    }

    private static InputStream bounded(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(LONGEST);
            return new ByteArrayInputStream(new String(bytes, StandardCharsets.ISO_8859_1)
                    .stripLeading()
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static String[] headers(MimeMessage message, String name) throws MessagingException {
        return Optional.ofNullable(message.getHeader(name)).orElse(new String[0]);
    }
}
