package fairnotice.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a machine shows to act for a member of staff (RFC 6750).
 *
 * @param text "fn_" and 256 random bits in base64url: too many to guess, so a plain digest is enough to keep
 */
public record ApiToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static ApiToken generated() {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return new ApiToken("fn_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Hex SHA-256 of the text. */
    public String digest() {
        return DigestUtils.sha256Hex(text);
    }

    /** Says nothing of the secret, wherever it is logged. */
    @Override
    public String toString() {
        return "API token";
    }
}
