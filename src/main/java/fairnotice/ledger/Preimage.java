package fairnotice.ledger;

import java.security.SecureRandom;
import java.util.SortedMap;

/**
 * What an entry's digest was made of. The salt keeps anyone from guessing erased content by trying.
 *
 * @param salt 32 random bytes
 */
public record Preimage(byte[] salt, SortedMap<String, String> content) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Preimage of(Entry entry) {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return new Preimage(salt, entry.content());
    }

    /** Hex SHA-256 over the netstrings of salt, names and values, in the order of the names. */
    public String digest() {
        return Digest.of(salt, content);
    }
}
