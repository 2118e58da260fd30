package fairnotice.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The key from outside of the database that seals those within it, so that whoever has the database alone, or a copy of it, signs no link,
 * code or cookie and opens no sealed secret. Without one, as where database and settings lie on one machine anyway, they are not sealed.
 */
public final class RootKey {

    /** Bytes: 256 bits. */
    private static final int SHORTEST = 32;

    private final Optional<LinkKey> current;
    private final Optional<LinkKey> before;

    /**
     * @param key base64 of 32 bytes or more; empty for none
     * @param before the one that it takes the place of, likewise
     * @throws SigningKeyRefused when one of them is no such key
     */
    public RootKey(String key, String before) {
        this.current = read("fairnotice.signing-key", key);
        this.before = read("fairnotice.signing-key-before", before);
    }

    private static Optional<LinkKey> read(String setting, String text) {
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new LinkKey(
                        0, bytes(text.strip()).orElseThrow(() -> SigningKeyRefused.malformed(setting, SHORTEST))));
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text)).filter(bytes -> bytes.length >= SHORTEST);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Which key it is, without telling it; null when none is set, and nothing is sealed. */
    public String name() {
        return current.map(RootKey::name).orElse(null);
    }

    private static String name(LinkKey root) {
        return HexFormat.of().formatHex(root.hmac("name".getBytes(StandardCharsets.US_ASCII)), 0, 8);
    }

    /** As the key's secret stands in the database: itself when no root key is set. */
    public byte[] sealed(LinkKey key) {
        return current.map(root -> AesSeal.sealed(root, purpose(key.id()), key.secret()))
                .orElse(key.secret());
    }

    /**
     * The key of that id.
     *
     * @param stored its secret as it stands in the database
     * @param root the {@linkplain #name() name} of the key that sealed it, null for none
     * @throws SigningKeyRefused when it was sealed with a key that is not set here
     */
    public LinkKey opened(int id, byte[] stored, String root) {
        if (root == null) {
            return new LinkKey(id, stored);
        }
        return Stream.of(current, before)
                .flatMap(Optional::stream)
                .filter(key -> name(key).equals(root))
                .findFirst()
                .flatMap(key -> AesSeal.opened(key, purpose(id), stored))
                .map(secret -> new LinkKey(id, secret))
                .orElseThrow(() -> SigningKeyRefused.another(id));
    }

    private static String purpose(int id) {
        return "link key " + id;
    }
}
