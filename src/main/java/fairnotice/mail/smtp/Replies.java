package fairnotice.mail.smtp;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Reads the relay's reply out of what the mail client throws. */
final class Replies {

    private static final int LONGEST = 500;
    /** The relay closes the channel (421) or wants us to authenticate first (530, 535, 538): nothing is wrong with the message. */
    private static final Set<Integer> ABOUT_THE_CONNECTION = Set.of(421, 530, 535, 538);

    private Replies() {}

    /** What the relay said to this message at that stage; empty when it said nothing about it. */
    static Optional<Reply> of(MessagingException thrown, Stage stage) {
        if (turnsConnectionAway(thrown)) {
            return Optional.empty();
        }
        Optional<Reply> deepest = Optional.empty();
        for (Exception e = thrown; e instanceof MessagingException m; e = m.getNextException()) {
            int code = code(m);
            if (code >= 400 && code < 600) {
                String text = tidy(m.getMessage());
                deepest = Optional.of(code >= 500 ? Reply.refused(text, About.of(text, stage)) : Reply.deferred(text));
            }
        }
        return deepest;
    }

    /** Whether the relay turned the whole connection away, rather than one message. */
    static boolean turnsConnectionAway(MessagingException thrown) {
        for (Exception e = thrown; e instanceof MessagingException m; e = m.getNextException()) {
            if (ABOUT_THE_CONNECTION.contains(code(m))) {
                return true;
            }
        }
        return false;
    }

    /** What lies deepest in a chain of exceptions, which is what the relay said. */
    static String innermost(MessagingException thrown) {
        Exception deepest = thrown;
        while (deepest instanceof MessagingException m && m.getNextException() != null) {
            deepest = m.getNextException();
        }
        return tidy(deepest.getMessage());
    }

    /** One line, of bounded length. */
    static String tidy(String reply) {
        String line = Headers.clean(reply);
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static int code(MessagingException e) {
        if (e instanceof SMTPAddressFailedException recipient) {
            return recipient.getReturnCode();
        }
        if (e instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return e instanceof SMTPSendFailedException data ? data.getReturnCode() : -1;
    }
}
