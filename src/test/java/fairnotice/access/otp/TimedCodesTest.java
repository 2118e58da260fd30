package fairnotice.access.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimedCodesTest {

    private final TimedCodes codes = new TimedCodes();

    /** Of RFC 6238, appendix B. */
    private static final String SECRET =
            new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** The last six of the eight digits that the appendix has. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long at, String code) {
        assertThat(TimedCodes.code(SECRET, Instant.ofEpochSecond(at))).isEqualTo(code);
        assertThat(codes.step(SECRET, code, Instant.ofEpochSecond(at))).hasValue(at / 30);
    }

    @Test
    void a_code_counts_from_one_step_before_to_one_after() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = 1_111_111_111 / 30;

        for (long around = step - 1; around <= step + 1; around++) {
            assertThat(codes.step(SECRET, TimedCodes.code(SECRET, around), now)).hasValue(around);
        }
        assertThat(codes.step(SECRET, TimedCodes.code(SECRET, step - 2), now)).isEmpty();
        assertThat(codes.step(SECRET, TimedCodes.code(SECRET, step + 2), now)).isEmpty();
    }

    @Test
    void every_secret_is_another_and_an_app_can_read_it() {
        String secret = codes.newSecret();

        assertThat(secret).matches("[A-Z2-7]{32}").isNotEqualTo(codes.newSecret());
        assertThat(codes.address("ann.lee", secret))
                .isEqualTo("otpauth://totp/Fairnotice:ann.lee?secret=" + secret
                        + "&issuer=Fairnotice&algorithm=SHA1&digits=6&period=30");
    }
}
