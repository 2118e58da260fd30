package fairnotice.mail.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text part in quoted-printable (RFC 2045, 6.7), whose unchanging words are encoded once per mailing. Each field is encoded by itself
 * between two soft line breaks, which readers take out again; so no line grows too long whatever is filled in.
 */
final class QuotedPart {

    private static final byte[] SOFT_BREAK = "=\r\n".getBytes(StandardCharsets.US_ASCII);

    private record Piece(MergeText.Piece piece, byte[] encoded) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final UnaryOperator<String> escape;

    /** @param escape what makes a field harmless in this kind of text */
    QuotedPart(String text, UnaryOperator<String> escape) {
        this.escape = escape;
        for (MergeText.Piece piece : MergeText.of(text).pieces()) {
            pieces.add(new Piece(piece, piece.field() == null ? encoded(piece.words()) : null));
        }
    }

    void writeTo(OutputStream out, Fields fields) throws IOException {
        for (Piece each : pieces) {
            if (!each.piece().isFor(fields)) {
                continue;
            }
            if (each.encoded() != null) {
                out.write(each.encoded());
            } else {
                out.write(SOFT_BREAK);
                out.write(encoded(escape.apply(fields.value(each.piece().field()))));
                out.write(SOFT_BREAK);
            }
        }
    }

    private static byte[] encoded(String words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(words.length() * 2);
        try (OutputStream quoted = MailStreams.provider().outputQP(bytes)) {
            quoted.write(words.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
