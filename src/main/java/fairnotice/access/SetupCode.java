package fairnotice.access;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What whoever started Fairnotice reads in its terminal, or has set, and types to become its first administrator.
 *
 * @param text as it is shown
 */
public record SetupCode(String text) {

    /** Short enough to be typed; so few wrong ones are taken that no more is needed. */
    public static final int SHORTEST = 8;

    /** Letters and digits that nobody takes for one another. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 3;
    private static final int IN_A_GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Such as {@code 7KQF-M2XW-R9TD}: 60 random bits. */
    public static SetupCode generated() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * IN_A_GROUP; i++) {
            text.append(i > 0 && i % IN_A_GROUP == 0 ? "-" : "");
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new SetupCode(text.toString());
    }

    /** One that somebody thought of; empty when it is so short that it could be guessed. */
    public static Optional<SetupCode> chosen(String text) {
        return Optional.of(new SetupCode(text)).filter(code -> plain(text).length() >= SHORTEST);
    }

    /** Hex SHA-256 of the text; spaces, dashes and case do not matter. */
    public String digest() {
        return DigestUtils.sha256Hex(plain(text));
    }

    /** Says nothing of the code, wherever it is logged. */
    @Override
    public String toString() {
        return "set-up code";
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
