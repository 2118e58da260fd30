package fairnotice.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesSecretsTest {

    private static final String PURPOSE = "relay-password";

    private final KeysInMemory keys = new KeysInMemory();
    private final AesSecrets secrets = new AesSecrets(keys);

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "correct horse", "pässwörd – 密码", "a\nb\u0000c"})
    void what_was_sealed_opens(String secret) {
        assertThat(secrets.open(PURPOSE, secrets.seal(PURPOSE, secret))).contains(secret);
    }

    @Test
    void what_is_sealed_twice_does_not_show_that_it_is_the_same() {
        assertThat(secrets.seal(PURPOSE, "the same")).isNotEqualTo(secrets.seal(PURPOSE, "the same"));
    }

    @Test
    void the_secret_does_not_stand_in_what_is_kept() {
        byte[] kept = Base64.getUrlDecoder().decode(secrets.seal(PURPOSE, "correct horse"));

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("horse");
    }

    @Test
    void what_was_sealed_before_a_new_key_still_opens() {
        String before = secrets.seal(PURPOSE, "old");
        keys.add(LinkKey.generated(2));

        assertThat(secrets.open(PURPOSE, before)).contains("old");
    }

    @Test
    void nothing_opens_for_another_purpose_or_with_other_keys() {
        String sealed = secrets.seal(PURPOSE, "secret");
        AesSecrets elsewhere = new AesSecrets(new KeysInMemory());
        elsewhere.seal(PURPOSE, "makes a key of the same number");

        assertThat(secrets.open("totp", sealed)).isEmpty();
        assertThat(elsewhere.open(PURPOSE, sealed)).isEmpty();
    }

    @Test
    void nothing_opens_that_was_altered() {
        byte[] sealed = Base64.getUrlDecoder().decode(secrets.seal(PURPOSE, "secret"));

        for (int at = 0; at < sealed.length; at++) {
            byte[] altered = sealed.clone();
            altered[at] ^= 1;
            assertThat(secrets.open(PURPOSE, Base64.getUrlEncoder().encodeToString(altered)))
                    .as("byte %d", at)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAE", "not base64!", "AAEAAAAAAAAAAAAAAAAAAAAA"})
    void what_was_never_sealed_opens_nothing(String sealed) {
        assertThat(secrets.open(PURPOSE, sealed)).isEmpty();
    }
}
