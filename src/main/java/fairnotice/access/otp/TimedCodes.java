package fairnotice.access.otp;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import fairnotice.access.AuthenticatorCodes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Service;

/** Made by HMAC (RFC 4226) from the step that runs. */
@Service
class TimedCodes implements AuthenticatorCodes {

    private static final HmacOneTimePasswordGenerator GENERATOR = generator();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ISSUER = "Fairnotice";
    private static final int DIGITS = 6;
    private static final int SECONDS = 30;

    /** 160 bits, as RFC 4226 recommends in section 4. */
    private static final int BYTES = 20;

    /** A clock may be off, and typing takes time: a code before and one after count as well (RFC 6238, section 5.2). */
    private static final int AROUND = 1;

    private static HmacOneTimePasswordGenerator generator() {
        return new HmacOneTimePasswordGenerator(DIGITS);
    }

    @Override
    public String newSecret() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new Base32().encodeToString(secret);
    }

    @Override
    public String address(String username, String secret) {
        return "otpauth://totp/" + ISSUER + ":" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "?secret="
                + secret + "&issuer=" + ISSUER + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + SECONDS;
    }

    @Override
    public OptionalLong step(String secret, String code, Instant now) {
        long current = now.getEpochSecond() / SECONDS;
        return LongStream.iterate(current + AROUND, step -> step >= current - AROUND, step -> step - 1)
                .filter(step -> MessageDigest.isEqual(bytes(code(secret, step)), bytes(code)))
                .findFirst();
    }

    /** The code of a step. */
    static String code(String secret, long step) {
        SecretKey key = new SecretKeySpec(new Base32().decode(secret), "RAW");
        try {
            return GENERATOR.generateOneTimePasswordString(key, step);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Every key is one of HMAC-SHA-1", e);
        }
    }

    /** The code that is shown at a time. */
    static String code(String secret, Instant at) {
        return code(secret, at.getEpochSecond() / SECONDS);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
