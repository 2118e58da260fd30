package fairnotice.mail.smtp;

import fairnotice.mail.Attachment;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An enclosure as a MIME part (RFC 2045), to be shown as a file and never in place. */
final class AttachedPart {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

    private AttachedPart() {}

    static void writeTo(ByteArrayOutputStream out, Attachment enclosure) {
        out.writeBytes(headers(enclosure).bytes());
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(LINES.encode(enclosure.content()));
    }

    private static Headers headers(Attachment enclosure) {
        return new Headers()
                .folded("Content-Type: " + enclosure.contentType() + ";\r\n name=" + encodedWords(enclosure.name()))
                .add("Content-Transfer-Encoding", "base64")
                .folded("Content-Disposition: " + disposition(enclosure.name()));
    }

    /** As RFC 2231 has it: the charset in front, long names in pieces. */
    private static String disposition(String name) {
        ParameterList file = new ParameterList();
        file.set("filename", Headers.clean(name), "UTF-8");
        return new ContentDisposition("attachment", file).toString();
    }

    /** For mail programs that do not know RFC 2231: encoded words (RFC 2047) between quotes, against its letter but read by all. */
    private static String encodedWords(String name) {
        return "\"" + Headers.encodedWords(Headers.clean(name)).replaceAll("[\"\\\\]", "\\\\$0") + "\"";
    }
}
