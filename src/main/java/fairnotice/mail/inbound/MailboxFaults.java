package fairnotice.mail.inbound;

import jakarta.mail.MessagingException;

/** Why a mailbox could not be read, in the words of whatever failed. */
final class MailboxFaults {

    private static final int LONGEST = 300;

    private MailboxFaults() {}

    /** One line, of bounded length. */
    static String said(MessagingException thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String words = (deepest.getMessage() == null ? deepest.toString() : deepest.getMessage())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }
}
