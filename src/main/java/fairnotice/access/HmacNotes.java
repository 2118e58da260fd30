package fairnotice.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Key id, end and text, then the first 16 bytes of their HMAC-SHA256 (RFC 2104), with the keys that sign links. */
@Service
class HmacNotes implements SignedNotes {

    private static final int HEAD = Short.BYTES + Long.BYTES;
    private static final int PROOF = 16;
    /** No cookie is longer. */
    private static final int LONGEST = 4096;

    private final SigningKeys keys;

    HmacNotes(LinkKeys keys) {
        this.keys = new SigningKeys(keys, System::nanoTime);
    }

    @Override
    public String sign(String purpose, String text, Instant until) {
        LinkKey key = keys.newest();
        byte[] said = text.getBytes(StandardCharsets.UTF_8);
        byte[] note = ByteBuffer.allocate(HEAD + said.length)
                .putShort((short) key.id())
                .putLong(until.toEpochMilli())
                .put(said)
                .array();
        byte[] signed = ByteBuffer.allocate(note.length + PROOF)
                .put(note)
                .put(proof(key, purpose, note))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    @Override
    public Optional<String> read(String purpose, String note, Instant now) {
        if (note == null || note.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(note);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (signed.length < HEAD + PROOF) {
            return Optional.empty();
        }
        byte[] said = Arrays.copyOf(signed, signed.length - PROOF);
        byte[] proof = Arrays.copyOfRange(signed, said.length, signed.length);
        ByteBuffer head = ByteBuffer.wrap(said);
        return keys.find(Short.toUnsignedInt(head.getShort()))
                .filter(key -> MessageDigest.isEqual(proof, proof(key, purpose, said)))
                .filter(key -> now.toEpochMilli() < head.getLong(Short.BYTES))
                .map(key -> new String(said, HEAD, said.length - HEAD, StandardCharsets.UTF_8));
    }

    private static byte[] proof(LinkKey key, String purpose, byte[] note) {
        String head = "note\n" + purpose.length() + ":" + purpose;
        return Arrays.copyOf(key.hmac(head.getBytes(StandardCharsets.UTF_8), note), PROOF);
    }
}
