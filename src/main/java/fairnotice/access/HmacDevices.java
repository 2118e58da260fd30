package fairnotice.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Base64url of key id, 16 random bytes, and the first 16 bytes of an HMAC-SHA256 over them and the user name. */
@Service
class HmacDevices implements KnownDevices {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 16;
    private static final int PROOF = 16;
    private static final int SAID = Short.BYTES + NONCE;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{46}");

    private final SigningKeys keys;

    HmacDevices(LinkKeys keys) {
        this.keys = new SigningKeys(keys, System::nanoTime);
    }

    @Override
    public String remember(String username) {
        LinkKey key = keys.newest();
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] said =
                ByteBuffer.allocate(SAID).putShort((short) key.id()).put(nonce).array();
        byte[] whole = ByteBuffer.allocate(SAID + PROOF)
                .put(said)
                .put(proof(said, username, key))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    @Override
    public Optional<String> recognise(String username, String shown) {
        if (shown == null || !FORM.matcher(shown).matches()) {
            return Optional.empty();
        }
        byte[] whole = Base64.getUrlDecoder().decode(shown);
        byte[] said = Arrays.copyOf(whole, SAID);
        byte[] proof = Arrays.copyOfRange(whole, SAID, whole.length);
        return keys.find(Short.toUnsignedInt(ByteBuffer.wrap(said).getShort()))
                .filter(key -> MessageDigest.isEqual(proof, proof(said, username, key)))
                .map(key -> HexFormat.of().formatHex(said));
    }

    private static byte[] proof(byte[] said, String username, LinkKey key) {
        byte[] name = username.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(key.hmac("device\n".getBytes(StandardCharsets.UTF_8), said, name), PROOF);
    }
}
