package fairnotice.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Key id and initialisation vector, then the secret under AES-256 in Galois/counter mode (NIST SP 800-38D). Each purpose has a key of its own,
 * expanded from the one that seals (RFC 5869, section 2.3).
 */
final class AesSeal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int VECTOR = 12;
    private static final int HEAD = Short.BYTES + VECTOR;
    private static final int TAG_BITS = 128;

    private AesSeal() {}

    static byte[] sealed(LinkKey key, String purpose, byte[] secret) {
        byte[] vector = new byte[VECTOR];
        RANDOM.nextBytes(vector);
        byte[] head =
                ByteBuffer.allocate(HEAD).putShort((short) key.id()).put(vector).array();
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, key, purpose, head).doFinal(secret);
            return ByteBuffer.allocate(HEAD + hidden.length)
                    .put(head)
                    .put(hidden)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    /** The id of the key it was sealed with; empty for what is too short to be sealed. */
    static Optional<Integer> key(byte[] sealed) {
        return sealed.length < HEAD
                ? Optional.empty()
                : Optional.of(Short.toUnsignedInt(ByteBuffer.wrap(sealed).getShort()));
    }

    /** The secret, unless it was sealed with another key, for another purpose, or altered. */
    static Optional<byte[]> opened(LinkKey key, String purpose, byte[] sealed) {
        if (sealed.length < HEAD) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, purpose, Arrays.copyOf(sealed, HEAD))
                    .doFinal(sealed, HEAD, sealed.length - HEAD));
        } catch (GeneralSecurityException otherKeyOrAltered) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, LinkKey key, String purpose, byte[] head) throws GeneralSecurityException {
        byte[] expanded = key.hmac(("sealed\n" + purpose).getBytes(StandardCharsets.UTF_8), new byte[] {1});
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(expanded, "AES"), new GCMParameterSpec(TAG_BITS, head, Short.BYTES, VECTOR));
        return cipher;
    }
}
