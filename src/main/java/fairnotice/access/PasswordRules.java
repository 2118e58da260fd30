package fairnotice.access;

import fairnotice.refusal.TextRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a password of staff must be: long, and nothing that stands beside it. Rules about its signs would only make it worse (NIST SP 800-63B, section 5.1.1.2). */
public final class PasswordRules {

    /** In characters. */
    public static final int SHORTEST = 12;

    /** bcrypt reads no more bytes than these. */
    static final int MOST_BYTES = 72;

    private PasswordRules() {}

    /** Adds what is wrong, beside the fields {@code password} and {@code again}. @param beside user name, name and address of its owner */
    static void check(String password, String again, List<String> beside, TextRules problems) {
        String typed = password == null ? "" : password;
        int characters = typed.codePointCount(0, typed.length());
        problems.refuseIf(characters < SHORTEST, "password", "refused.password.short", SHORTEST)
                .refuseIf(
                        typed.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES,
                        "password",
                        "refused.password.long",
                        MOST_BYTES)
                .refuseIf(
                        characters >= SHORTEST && (isOneSign(typed) || isAmong(typed, beside)),
                        "password",
                        "refused.password.guessed")
                .refuseIf(!typed.equals(again == null ? "" : again), "again", "refused.password.differs");
    }

    private static boolean isOneSign(String password) {
        return password.chars().distinct().count() < 3;
    }

    private static boolean isAmong(String password, List<String> beside) {
        String lower = password.toLowerCase(Locale.ROOT);
        return beside.stream()
                .filter(Objects::nonNull)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .anyMatch(lower::equals);
    }
}
