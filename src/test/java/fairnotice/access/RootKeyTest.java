package fairnotice.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootKeyTest {

    static final String KEY = "bm90IGEgc2VjcmV0OiBhIGtleSBvZiBhIHRlc3QgYWxvbmU=";
    private static final String NEXT = "YW5vdGhlciBrZXkgdGhhdCBpcyBubyBzZWNyZXQgZWl0aGVy";

    private final LinkKey signs = LinkKey.generated(7);

    @Test
    void what_it_sealed_opens_with_it_alone_and_for_the_same_key_alone() {
        RootKey root = new RootKey(KEY, "");
        byte[] stored = root.sealed(signs);

        assertThat(root.opened(7, stored, root.name()).secret()).isEqualTo(signs.secret());
        assertThatThrownBy(() -> root.opened(8, stored, root.name())).isInstanceOf(SigningKeyRefused.class);
        assertThatThrownBy(() -> new RootKey(NEXT, "").opened(7, stored, root.name()))
                .isInstanceOf(SigningKeyRefused.class)
                .hasMessageContaining("Key 7");
        assertThatThrownBy(() -> new RootKey("", "").opened(7, stored, root.name()))
                .isInstanceOf(SigningKeyRefused.class);
    }

    @Test
    void its_successor_opens_what_it_sealed_while_it_is_set_beside_it() {
        RootKey before = new RootKey(KEY, "");
        RootKey both = new RootKey(NEXT, KEY);

        assertThat(both.opened(7, before.sealed(signs), before.name()).secret()).isEqualTo(signs.secret());
        assertThat(both.name()).isNotEqualTo(before.name());
        assertThat(new RootKey(NEXT, "")
                        .opened(7, both.sealed(signs), both.name())
                        .secret())
                .isEqualTo(signs.secret());
    }

    @Test
    void without_one_a_key_stands_as_it_is() {
        RootKey none = new RootKey("", " ");

        assertThat(none.name()).isNull();
        assertThat(none.opened(7, none.sealed(signs), null).secret()).isEqualTo(signs.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "c2hvcnQ=", "bm90IGEgc2VjcmV0OiBhIGtleSBvZiBhIHRlc3QgYWxv*mU="})
    void what_is_too_short_or_no_base64_stops_the_start_and_is_not_repeated(String text) {
        assertThatThrownBy(() -> new RootKey(text, ""))
                .isInstanceOf(SigningKeyRefused.class)
                .hasMessageStartingWith("fairnotice.signing-key is not")
                .hasMessageNotContaining(text);
    }
}
