package fairnotice.web.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.springframework.http.HttpHeaders;

/**
 * Bytes as they are sent.
 *
 * @param etag strong, and another one for each encoding (RFC 9110, 8.8.3.3)
 * @param encoding of the content, null for none
 */
record Encoded(byte[] bytes, String etag, String encoding) {

    private static final String GZIP = "gzip";

    static Encoded plain(byte[] bytes) {
        return new Encoded(bytes, etag(bytes), null);
    }

    /** Itself where that is no shorter. */
    Encoded gzip() {
        ByteArrayOutputStream shorter = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(shorter)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] compressed = shorter.toByteArray();
        return compressed.length < bytes.length ? new Encoded(compressed, etag(compressed), GZIP) : this;
    }

    void describe(HttpHeaders headers) {
        if (encoding != null) {
            headers.set(HttpHeaders.CONTENT_ENCODING, encoding);
        }
    }

    /** @param accepted what the client says of it, null where it says nothing (RFC 9110, 12.5.3) */
    static boolean takesGzip(String accepted) {
        if (accepted == null) {
            return false;
        }
        try {
            return AcceptEncoding.parse(new StringReader(accepted)).stream()
                    .anyMatch(each -> GZIP.equals(each.getEncoding()) && each.getQuality() > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String etag(byte[] bytes) {
        return '"' + HexFormat.of().formatHex(DigestUtils.sha256(bytes), 0, 16) + '"';
    }
}
