package fairnotice.mail.smtp;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a refusal (5xx) is about, by the stage it came at, its code (RFC 5321) and its enhanced code (RFC 3463). */
enum About {
    /** Its mailbox or domain: this message is refused for good. */
    RECIPIENT,
    /** The sender's address, which all messages of a mailing share. */
    SENDER,
    /** What we may send, how, or how much; some servers say the same of one recipient. */
    POLICY,
    /** Not told. */
    UNCLEAR;

    private static final Pattern REPLY = Pattern.compile("(\\d{3})[ -](?:(5\\.\\d{1,3}\\.\\d{1,3})\\b)?.*");
    private static final Set<String> ABOUT_SENDER = Set.of("5.1.7", "5.1.8");
    private static final Set<String> TOO_BIG_OR_MISCONFIGURED = Set.of("5.3.4", "5.3.5");
    /** Not understood, or out of order; 501 may be about the recipient's address. */
    private static final Set<String> PROTOCOL = Set.of("500", "502", "503", "504");

    /** @param reply one line, without what we add to it */
    static About of(String reply, Stage stage) {
        Matcher read = REPLY.matcher(reply);
        if (stage == Stage.SENDER) {
            return SENDER;
        }
        return read.matches() ? of(read.group(1), read.group(2) == null ? "" : read.group(2), stage) : UNCLEAR;
    }

    private static About of(String code, String enhanced, Stage stage) {
        if (ABOUT_SENDER.contains(enhanced)) {
            return SENDER;
        }
        // 5.5.0 is what some large providers say of an unknown mailbox
        boolean protocol = PROTOCOL.contains(code) || enhanced.startsWith("5.5.") && !enhanced.equals("5.5.0");
        boolean tooBig = code.equals("552") && stage != Stage.RECIPIENT && !enhanced.startsWith("5.2.");
        if (protocol || tooBig || TOO_BIG_OR_MISCONFIGURED.contains(enhanced) || enhanced.startsWith("5.7.")) {
            return POLICY;
        }
        boolean recipient = enhanced.startsWith("5.1.") && !enhanced.equals("5.1.0") || enhanced.startsWith("5.2.");
        return recipient || enhanced.startsWith("5.4.") ? RECIPIENT : UNCLEAR;
    }

    /** The refusal without what differs from message to message: the address, and words with digits such as queue ids. */
    static String common(String reply, String address) {
        String rest = reply.toLowerCase(Locale.ROOT).replace(address.toLowerCase(Locale.ROOT), "");
        Matcher read = REPLY.matcher(rest);
        String codes = read.matches() ? read.group(1) + " " + read.group(2) : "";
        return codes + " " + rest.replaceAll("\\S*\\d\\S*", "").replaceAll("\\s+", " ");
    }
}
