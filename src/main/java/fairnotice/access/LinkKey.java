package fairnotice.access;

import java.security.SecureRandom;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * A key that signs links.
 *
 * @param id from 1, without gaps; the greatest signs, all verify
 * @param secret 32 random bytes
 */
public record LinkKey(int id, byte[] secret) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static LinkKey generated(int id) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return new LinkKey(id, secret);
    }

    /** HMAC-SHA256 (RFC 2104) over the parts, one after another. */
    byte[] hmac(byte[]... parts) {
        Mac mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, secret);
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    /** Says nothing of the secret, wherever it is logged. */
    @Override
    public String toString() {
        return "link key " + id;
    }
}
