package fairnotice.ledger;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * What stood or stands in a field, as the ledger holds it.
 *
 * @param digest hex HMAC-SHA-256 (RFC 2104) of the value's UTF-8 under the salt; sealed with its entry
 * @param salt 32 random bytes; null once it was erased, like {@code text}
 * @param erasedAt null while it can be read
 */
public record Value(String digest, byte[] salt, String text, Instant erasedAt) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** @return null for no value */
    public static Value of(String text) {
        if (text == null) {
            return null;
        }
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return new Value(Digest.keyed(salt, text), salt, text, null);
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    /** Whether it is what was sealed, as far as it was not erased; one that is neither here nor erased is not. */
    boolean isSound() {
        return isErased()
                || salt != null && text != null && Digest.keyed(salt, text).equals(digest);
    }
}
