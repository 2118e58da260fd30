package fairnotice.mailserver;

import fairnotice.refusal.TextRules;
import java.util.regex.Pattern;

/**
 * A mail server as somebody typed it.
 *
 * @param port empty for the usual one
 * @param encryption name of an {@link Encryption}
 * @param password empty to keep the one there is
 * @param folder of a mailbox, empty for {@code INBOX}
 */
public record TypedServer(
        String host, String port, String encryption, String username, String password, String folder) {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,45}");
    private static final String INBOX = "INBOX";

    /**
     * @param kept with the password there is, in the clear; null where there is none
     * @throws fairnotice.refusal.Refused naming every field that is wrong
     */
    MailServer server(Part part, MailServer kept) {
        String name = text(host);
        Encryption chosen = encryption(part);
        String user = text(username);
        TextRules rules = new TextRules()
                .optionalLine("username", "refused.name.mail-user", user)
                .optionalLine("password", "refused.name.mail-password", password)
                .optionalLine("folder", "refused.name.mail-folder", text(folder))
                .refuseIf(name == null || !HOST.matcher(name).matches(), "host", "refused.mail-server.host")
                .refuseIf(chosen == null, "encryption", "refused.mail-server.encryption")
                .refuseIf(text(port) != null && number() == 0, "port", "refused.mail-server.port")
                .refuseIf(
                        user == null && (part == Part.MAILBOX || text(password) != null),
                        "username",
                        "refused.mail-server.username");
        rules.orRefuse();
        int chosenPort = text(port) == null ? part.usualPort(chosen) : number();
        MailServer typed = new MailServer(name, chosenPort, chosen, user, password, folder(part));
        rules.refuseIf(
                !chosen.isCertain() && user != null && !typed.isLoopback(), "encryption", "refused.mail-server.clear");
        boolean empty = password == null || password.isEmpty();
        boolean keeps = empty && kept != null && kept.password() != null && typed.isSameAccount(kept);
        rules.refuseIf(
                user != null && empty && !keeps,
                "password",
                kept == null || kept.password() == null
                        ? "refused.mail-server.password"
                        : "refused.mail-server.password-again");
        rules.orRefuse();
        return typed.with(user == null ? null : keeps ? kept.password() : password);
    }

    private Encryption encryption(Part part) {
        for (Encryption each : Encryption.values()) {
            boolean offered = part == Part.RELAY || each != Encryption.STARTTLS_OFFERED;
            if (offered && each.name().equals(encryption)) {
                return each;
            }
        }
        return null;
    }

    private String folder(Part part) {
        String named = text(folder);
        return part == Part.RELAY ? null : named == null ? INBOX : named;
    }

    /** 0 where it is none. */
    private int number() {
        String digits = port.strip();
        int number = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        return number > 65_535 ? 0 : number;
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
