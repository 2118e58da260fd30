package fairnotice.mail.smtp;

import fairnotice.access.LinkPurpose;
import fairnotice.mail.Attachment;
import fairnotice.mail.Kind;
import fairnotice.mail.TypedBraces;
import jakarta.mail.internet.AddressException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** One mailing's letter as MIME (RFC 2045), composed once; each message is merged into it. */
final class MimeTemplate {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /** Never stands in quoted-printable text, where an equals sign is followed by hex digits or a line end. */
    private static final String BOUNDARY = "=_fairnotice";

    /** Does not begin as the other does, which readers would take it for. */
    private static final String ENCLOSING = "=_enclosing";

    private static final String PART_HEADERS =
            "Content-Type: text/%s; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";

    private final MailingHeader masthead;
    private final MergeText subject;
    private final String sharedSubject;
    private final QuotedPart text;
    private final QuotedPart html;
    private final byte[] enclosed;

    MimeTemplate(MailingHeader masthead) {
        this.masthead = masthead;
        this.subject = MergeText.of(masthead.letter().subject());
        this.sharedSubject = subject.hasFields()
                ? null
                : Headers.foldedWords(
                        "Subject", TypedBraces.shown(masthead.letter().subject()));
        this.text = new QuotedPart(masthead.letter().text(), UnaryOperator.identity());
        this.html = masthead.letter().html() == null
                ? null
                : new QuotedPart(masthead.letter().html(), value -> HtmlUtils.htmlEscape(value, "UTF-8"));
        this.enclosed = enclosed(masthead.letter().enclosures());
    }

    MailingHeader masthead() {
        return masthead;
    }

    /** Bytes that its enclosures take, in every message and while it is remembered. */
    int enclosedSize() {
        return enclosed.length;
    }

    MessageId id(Queued message) {
        return MessageId.of(masthead.label(), message.batch(), message.ordinal(), masthead.secret());
    }

    /**
     * The whole message, as it is handed to the relay.
     *
     * @param oneClick URL to leave the list by; null when the message is not the newsletter
     * @throws AddressException when the recipient's address is none
     */
    byte[] merge(Queued message, Fields fields, String oneClick, Instant date) throws AddressException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024 + enclosed.length);
        try {
            out.write(headers(message, fields, oneClick, date).bytes());
            if (enclosed.length > 0) {
                out.write(ascii("Content-Type: multipart/mixed; boundary=\"" + ENCLOSING + "\"\r\n\r\n"));
                out.write(ascii("--" + ENCLOSING + "\r\n"));
            }
            body(out, fields);
            out.write(enclosed);
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail", e);
        }
        return out.toByteArray();
    }

    /** Whether a one-click link (RFC 8058) belongs in it: only what opens a confirmed subscription, never a contractual notice. */
    boolean mayLeaveList(Queued message) {
        return masthead.kind() == Kind.NEWSLETTER
                && message.outgoing().link() != null
                && message.outgoing().link().purpose() == LinkPurpose.SUBSCRIPTION;
    }

    private Headers headers(Queued message, Fields fields, String oneClick, Instant date) throws AddressException {
        Headers headers = new Headers()
                .add("Date", DATE.format(date))
                .address("From", masthead.sender(), masthead.fromName())
                .address("To", message.outgoing().address(), message.outgoing().name())
                .address("Reply-To", masthead.replyTo(), null)
                .folded(sharedSubject != null ? sharedSubject : Headers.foldedWords("Subject", subject.merge(fields)))
                .add("Message-ID", header(id(message), masthead.sender()))
                .add("Auto-Submitted", "auto-generated")
                .add("List-Id", "<" + masthead.listId().replaceAll("[<>]", "") + ">")
                .add("MIME-Version", "1.0");
        String first = message.first() == null
                ? null
                : header(message.first().id(), message.first().sender());
        String answers = message.outgoing().answers();
        if (first != null || answers != null) {
            headers.add("In-Reply-To", answers != null ? answers : first)
                    .add(
                            "References",
                            Stream.of(first, answers).filter(Objects::nonNull).collect(Collectors.joining(" ")));
        }
        if (oneClick != null) {
            headers.add("List-Unsubscribe", "<" + oneClick + ">")
                    .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return headers;
    }

    private void body(ByteArrayOutputStream out, Fields fields) throws IOException {
        if (html == null) {
            out.write(ascii(PART_HEADERS.formatted("plain")));
            text.writeTo(out, fields);
            return;
        }
        out.write(ascii("Content-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"\r\n\r\n"));
        part(out, "plain", text, fields);
        part(out, "html", html, fields);
        out.write(ascii("--" + BOUNDARY + "--\r\n"));
    }

    private static void part(ByteArrayOutputStream out, String type, QuotedPart part, Fields fields)
            throws IOException {
        out.write(ascii("--" + BOUNDARY + "\r\n" + PART_HEADERS.formatted(type)));
        part.writeTo(out, fields);
        out.write(ascii("\r\n"));
    }

    /** All that follows the words of the letter; nothing when nothing is enclosed. */
    private static byte[] enclosed(List<Attachment> enclosures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Attachment enclosure : enclosures) {
            out.writeBytes(ascii("\r\n--" + ENCLOSING + "\r\n"));
            AttachedPart.writeTo(out, enclosure);
        }
        if (!enclosures.isEmpty()) {
            out.writeBytes(ascii("\r\n--" + ENCLOSING + "--\r\n"));
        }
        return out.toByteArray();
    }

    private static String header(MessageId id, String sender) throws AddressException {
        String address = Headers.mailbox(sender).getAddress();
        return "<" + id.local() + address.substring(address.lastIndexOf('@')) + ">";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
