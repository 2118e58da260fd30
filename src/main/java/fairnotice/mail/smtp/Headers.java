package fairnotice.mail.smtp;

import fairnotice.refusal.EmailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** Writes header fields (RFC 5322) so that nothing filled in can begin a field of its own. */
final class Headers {

    static {
        // asked for once, so that what MimeUtility needs is found at once
        MailStreams.provider();
    }

    private final StringBuilder lines = new StringBuilder(1024);

    /** A field whose value is ours; it is cleaned all the same. */
    Headers add(String name, String value) {
        lines.append(name).append(": ").append(clean(value)).append("\r\n");
        return this;
    }

    /** A whole field of free words, encoded where they are not ASCII (RFC 2047) and folded. */
    static String foldedWords(String name, String value) {
        return name + ": " + MimeUtility.fold(name.length() + 2, encodedWords(clean(value)));
    }

    /** A field of one address and the name shown beside it. */
    Headers address(String name, String address, String shown) throws AddressException {
        InternetAddress mailbox = mailbox(address);
        String display = clean(shown);
        lines.append(name)
                .append(": ")
                .append(display.isEmpty() ? "" : phrase(display) + "\r\n ")
                .append(display.isEmpty() ? mailbox.getAddress() : "<" + mailbox.getAddress() + ">")
                .append("\r\n");
        return this;
    }

    /** A whole field, encoded and folded by who made it. */
    Headers folded(String field) {
        lines.append(field).append("\r\n");
        return this;
    }

    byte[] bytes() {
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The address as SMTP wants it, its domain in ASCII (RFC 5891).
     *
     * @throws AddressException when it is none, or would need SMTPUTF8 (RFC 6531)
     */
    static InternetAddress mailbox(String given) throws AddressException {
        String address = EmailAddress.kept(given);
        int at = address.lastIndexOf('@');
        if (at < 1 || !address.chars().allMatch(c -> c > ' ' && c != 127 && "<>,;\"\\".indexOf(c) < 0)) {
            throw new AddressException("Not an address that can be written to", address);
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(address)) {
            throw new AddressException(
                    EmailAddress.whyNot(address, "refused.email.no-ascii").english(), address);
        }
        return new InternetAddress(address, true);
    }

    private static String phrase(String shown) {
        String encoded = encodedWords(shown);
        return encoded.startsWith("=?")
                ? MimeUtility.fold(10, encoded)
                : "\"" + encoded.replaceAll("[\"\\\\]", "\\\\$0") + "\"";
    }

    static String encodedWords(String words) {
        try {
            // A word that only looks encoded is encoded too, so that no reader decodes what was never encoded.
            return words.contains("=?")
                    ? MimeUtility.encodeText("\u200B" + words, "UTF-8", null)
                    : MimeUtility.encodeText(words, "UTF-8", null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is built in", e);
        }
    }

    /** Without control characters and line separators; not null. */
    static String clean(String value) {
        return value == null
                ? ""
                : value.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]+", " ").strip();
    }
}
