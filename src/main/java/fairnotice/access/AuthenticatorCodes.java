package fairnotice.access;

import java.time.Instant;
import java.util.OptionalLong;

/** Codes of six digits that an app shows, each for 30 seconds (RFC 6238, with HMAC-SHA-1, as every app knows it). */
public interface AuthenticatorCodes {

    /** @return base32 (RFC 4648) of 160 bits, as apps take it */
    String newSecret();

    /** What a QR code holds for an app. */
    String address(String username, String secret);

    /**
     * The step of which it is the code, counted in 30 seconds from 1970: the latest one that fits, of the one that runs, the one before and the one after.
     *
     * @param code six digits
     * @param now real time
     */
    OptionalLong step(String secret, String code, Instant now);
}
