package fairnotice.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * SHA-256 (FIPS 180-4) in hex over a list of fields, each written as a netstring in UTF-8 ({@code 5:hello,}), so that no two different
 * lists are written alike.
 */
final class Digest {

    private final MessageDigest sha256 = DigestUtils.getSha256Digest();

    private Digest() {}

    static String of(Object... fields) {
        Digest digest = new Digest();
        for (Object field : fields) {
            digest.add(field.toString().getBytes(StandardCharsets.UTF_8));
        }
        return digest.hex();
    }

    /** The salt, then each name and its value in the order of the names. */
    static String of(byte[] salt, SortedMap<String, String> content) {
        Digest digest = new Digest();
        digest.add(salt);
        for (Map.Entry<String, String> fact : content.entrySet()) {
            digest.add(fact.getKey().getBytes(StandardCharsets.UTF_8));
            digest.add(fact.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return digest.hex();
    }

    /** HMAC-SHA-256 (RFC 2104) in hex of one value in UTF-8. */
    static String keyed(byte[] salt, String value) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, salt).hmacHex(value);
    }

    private void add(byte[] field) {
        sha256.update((field.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha256.update(field);
        sha256.update((byte) ',');
    }

    private String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
