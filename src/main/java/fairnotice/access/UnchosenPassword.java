package fairnotice.access;

import java.security.SecureRandom;

/** What is kept while nobody has chosen a password: a hash that looks like any other, takes as long to check, and is of no password anybody knows. */
final class UnchosenPassword {

    private static final String SIGNS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String BCRYPT = "{bcrypt}$2a$10$";
    private static final int LENGTH = 53;
    private static final SecureRandom RANDOM = new SecureRandom();

    private UnchosenPassword() {}

    static String hash() {
        StringBuilder hash = new StringBuilder(BCRYPT);
        for (int i = 0; i < LENGTH; i++) {
            hash.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return hash.toString();
    }
}
