package fairnotice.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/**
 * A token is 39 bytes in base64url (RFC 4648, 52 characters): purpose and key id; subject, holder and epoch, hidden; then the first 16 bytes
 * of an HMAC-SHA256 over all of it in the clear (RFC 2104, section 5, allows half). The same HMAC keys what hides the numbers, as in a
 * synthetic initialisation vector (RFC 5297): a link is the same whenever it is signed, and two of them do not tell how many were given
 * between them. Links that were signed before stand in the clear, under their purpose's capital letter, and go on opening.
 */
@Service
class HmacLinks implements SignedLinks {

    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]*");
    private static final int HEAD = 1 + Short.BYTES;
    private static final int SAID = HEAD + Long.BYTES + Long.BYTES + Integer.BYTES;
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
        byte[] proof = proof(said, key);
        byte[] token = ByteBuffer.allocate(SAID + PROOF)
                .put(hidden(said, proof, key))
                .put(proof)
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
        byte[] stands = Arrays.copyOf(bytes, SAID);
        byte[] proof = Arrays.copyOfRange(bytes, SAID, SAID + PROOF);
        boolean before = LinkPurpose.ofBefore(stands[0]).isPresent();
        return keys.find(Short.toUnsignedInt(ByteBuffer.wrap(stands).getShort(1)))
                .flatMap(key -> link(before ? stands : hidden(stands, proof, key), proof, key));
    }

    private static Optional<Link> link(byte[] said, byte[] proof, LinkKey key) {
        if (!MessageDigest.isEqual(proof, proof(said, key))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(said);
        byte purpose = fields.get();
        fields.getShort();
        return LinkPurpose.of(purpose)
                .or(() -> LinkPurpose.ofBefore(purpose))
                .map(known -> new Link(known, fields.getLong(), fields.getLong(), fields.getInt()));
    }

    /** Hides the numbers; twice, shows them again. */
    private static byte[] hidden(byte[] said, byte[] proof, LinkKey key) {
        byte[] mask = key.hmac("numbers\n".getBytes(StandardCharsets.US_ASCII), proof);
        byte[] hidden = said.clone();
        for (int at = HEAD; at < SAID; at++) {
            hidden[at] ^= mask[at - HEAD];
        }
        return hidden;
    }

    private static byte[] proof(byte[] said, LinkKey key) {
        return Arrays.copyOf(key.hmac(said), PROOF);
    }
}
