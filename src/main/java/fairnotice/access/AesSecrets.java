package fairnotice.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;

/**
 * Key id and initialisation vector, then the secret under AES-256 in Galois/counter mode (NIST SP 800-38D). Each purpose has a key of its own,
 * expanded from the one that signs links (RFC 5869, section 2.3).
 */
@Service
class AesSecrets implements SealedSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int VECTOR = 12;
    private static final int HEAD = Short.BYTES + VECTOR;
    private static final int TAG_BITS = 128;

    private final SigningKeys keys;

    AesSecrets(LinkKeys keys) {
        this.keys = new SigningKeys(keys, System::nanoTime);
    }

    @Override
    public String seal(String purpose, String secret) {
        LinkKey key = keys.newest();
        byte[] vector = new byte[VECTOR];
        RANDOM.nextBytes(vector);
        byte[] head =
                ByteBuffer.allocate(HEAD).putShort((short) key.id()).put(vector).array();
        try {
            byte[] hidden =
                    cipher(Cipher.ENCRYPT_MODE, key, purpose, head).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(HEAD + hidden.length)
                            .put(head)
                            .put(hidden)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }

    @Override
    public Optional<String> open(String purpose, String sealed) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length < HEAD) {
            return Optional.empty();
        }
        return keys.find(Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort()))
                .flatMap(key -> opened(key, purpose, bytes));
    }

    private static Optional<String> opened(LinkKey key, String purpose, byte[] bytes) {
        try {
            byte[] secret = cipher(Cipher.DECRYPT_MODE, key, purpose, Arrays.copyOf(bytes, HEAD))
                    .doFinal(bytes, HEAD, bytes.length - HEAD);
            return Optional.of(new String(secret, StandardCharsets.UTF_8));
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
