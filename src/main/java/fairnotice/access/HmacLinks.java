package fairnotice.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;

/**
 * A token is 39 bytes in base64url (RFC 4648, 52 characters): purpose, key id, subject, holder and epoch, then the first 16 bytes of their
 * HMAC-SHA256 (RFC 2104, section 5, allows half).
 */
@Service
class HmacLinks implements SignedLinks {

    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]*");
    private static final int SAID = 1 + Short.BYTES + Long.BYTES + Long.BYTES + Integer.BYTES;
    private static final int PROOF = 16;
    private static final int LENGTH = (SAID + PROOF) / 3 * 4;

    private final SigningKeys keys;

    HmacLinks(LinkKeys keys) {
        this.keys = new SigningKeys(keys, System::nanoTime);
    }

    @Override
    public String sign(Link link) {
        LinkKey key = keys.newest();
        byte[] said = ByteBuffer.allocate(SAID)
                .put(link.purpose().code())
                .putShort((short) key.id())
                .putLong(link.subject())
                .putLong(link.holder())
                .putInt(link.epoch())
                .array();
        byte[] token = ByteBuffer.allocate(SAID + PROOF)
                .put(said)
                .put(proof(said, key))
                .array();
        return Base64.getUrlEncoder().encodeToString(token);
    }

    @Override
    public Optional<Link> read(String token) {
        if (token == null
                || token.length() != LENGTH
                || !BASE64URL.matcher(token).matches()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        byte[] said = Arrays.copyOf(bytes, SAID);
        byte[] proof = Arrays.copyOfRange(bytes, SAID, SAID + PROOF);
        ByteBuffer fields = ByteBuffer.wrap(said);
        byte purpose = fields.get();
        return keys.find(Short.toUnsignedInt(fields.getShort()))
                .filter(key -> MessageDigest.isEqual(proof, proof(said, key)))
                .flatMap(key -> LinkPurpose.of(purpose))
                .map(known -> new Link(known, fields.getLong(), fields.getLong(), fields.getInt()));
    }

    private static byte[] proof(byte[] said, LinkKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(said), PROOF);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
