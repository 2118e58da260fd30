package fairnotice.access;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What signs in once in place of a code of the app.
 *
 * @param text 80 random bits as four times four letters and digits: too many to guess, so a plain digest is enough to keep
 */
record RecoveryCode(String text) {

    /** How many somebody has. */
    static final int MANY = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{16}");
    /** Those of base32 (RFC 4648): none is taken for another. */
    private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz234567";

    private static final int LETTERS = 16;
    private static final int GROUP = 4;

    static List<RecoveryCode> generated() {
        return Stream.generate(RecoveryCode::one).limit(MANY).toList();
    }

    private static RecoveryCode one() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < LETTERS; at++) {
            text.append(at > 0 && at % GROUP == 0 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return new RecoveryCode(text.toString());
    }

    /** Whether what was typed could be one. @param plain without spaces and hyphens */
    static boolean isOne(String plain) {
        return FORM.matcher(plain.toLowerCase(Locale.ROOT)).matches();
    }

    /** Hex SHA-256 of the user name and the letters, without hyphens. */
    String digest(String username) {
        return DigestUtils.sha256Hex(
                "recovery\n" + username + "\n" + text.replace("-", "").toLowerCase(Locale.ROOT));
    }

    /** Says nothing of the secret, wherever it is logged. */
    @Override
    public String toString() {
        return "recovery code";
    }
}
