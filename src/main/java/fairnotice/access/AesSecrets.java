package fairnotice.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Sealed with the keys that sign links, which themselves are sealed where a {@link RootKey} is set. */
@Service
class AesSecrets implements SealedSecrets {

    private final SigningKeys keys;

    AesSecrets(LinkKeys keys) {
        this.keys = new SigningKeys(keys, System::nanoTime);
    }

    @Override
    public String seal(String purpose, String secret) {
        byte[] sealed = AesSeal.sealed(keys.newest(), purpose, secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    @Override
    public Optional<String> open(String purpose, String sealed) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return AesSeal.key(bytes)
                .flatMap(keys::find)
                .flatMap(key -> AesSeal.opened(key, purpose, bytes))
                .map(secret -> new String(secret, StandardCharsets.UTF_8));
    }
}
