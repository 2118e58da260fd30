package fairnotice.access.otp;

import java.time.Instant;

/** The codes that an app shows, for tests of pages. */
public final class Codes {

    private Codes() {}

    /** @param steps of 30 seconds from now */
    public static String of(String secret, int steps) {
        return TimedCodes.code(secret, Instant.now().plusSeconds(30L * steps));
    }
}
