package fairnotice.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairnotice.refusal.Refused;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void a_head_is_read_as_it_was_shown_however_it_was_copied() {
        Head kept = new Head(128, HASH);

        assertThat(kept.text()).isEqualTo("128:" + HASH);
        assertThat(Head.read("head", kept.text())).isEqualTo(kept);
        assertThat(Head.read("head", " 128 : " + HASH.toUpperCase(Locale.ROOT) + "\r\n"))
                .isEqualTo(kept);
        assertThat(Head.read("head", Head.GENESIS.text())).isEqualTo(Head.GENESIS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "128",
                HASH_ALONE,
                "-1:" + HASH_ALONE,
                "0:" + HASH_ALONE,
                "128:" + HASH_ALONE + "0",
                "128:xyz",
                "9999999999999999999:" + HASH_ALONE
            })
    void what_is_no_head_is_refused_with_a_sentence(String text) {
        assertThatThrownBy(() -> Head.read("head", text))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Please give the head as it was shown");
    }

    private static final String HASH_ALONE = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
}
