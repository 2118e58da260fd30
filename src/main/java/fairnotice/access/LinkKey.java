package fairnotice.access;

import java.security.SecureRandom;

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

    /** Says nothing of the secret, wherever it is logged. */
    @Override
    public String toString() {
        return "link key " + id;
    }
}
