package fairnotice.mail.smtp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names one message in its Message-ID header (RFC 5322, 3.6.4) and in reports about it. The same message gets the same id however often
 * it is sent; the proof is an HMAC-SHA256 under the mailing's secret, cut to 96 bits, so that nobody can report on mail he never got.
 */
public record MessageId(long batch, int ordinal, String proof) {

    private static final Pattern FORM = Pattern.compile("fn\\.(\\d{1,18})\\.(\\d{1,9})\\.([0-9a-f]{24})");

    public static MessageId of(long batch, int ordinal, UUID secret) {
        return new MessageId(batch, ordinal, prove(batch + "." + ordinal, secret));
    }

    /** The first id of ours that stands in a header or an address. */
    public static Optional<MessageId> in(String text) {
        Matcher found = FORM.matcher(text == null ? "" : text);
        return found.find()
                ? Optional.of(
                        new MessageId(Long.parseLong(found.group(1)), Integer.parseInt(found.group(2)), found.group(3)))
                : Optional.empty();
    }

    /** Whether the proof was made with this secret. */
    public boolean isProvenBy(UUID secret) {
        byte[] expected = of(batch, ordinal, secret).proof.getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, proof.getBytes(StandardCharsets.US_ASCII));
    }

    /** The part before the at sign. */
    public String local() {
        return "fn." + batch + "." + ordinal + "." + proof;
    }

    private static String prove(String what, UUID secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.toString().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] full = mac.doFinal(what.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(full, 0, 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }
}
