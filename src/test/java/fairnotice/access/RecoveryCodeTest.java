package fairnotice.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

    @Test
    void recovery_codes_differ_and_are_read_however_they_are_typed() {
        assertThat(RecoveryCode.generated()).hasSize(10).doesNotHaveDuplicates();
        RecoveryCode code = RecoveryCode.generated().get(0);

        assertThat(new RecoveryCode(code.text().replace("-", "").toUpperCase(Locale.ROOT)).digest("ann"))
                .isEqualTo(code.digest("ann"))
                .isNotEqualTo(code.digest("bob"));
        assertThat(code).hasToString("recovery code");
    }
}
