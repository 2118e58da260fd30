package fairnotice.mail.inbound;

import fairnotice.mailserver.MailTest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the token of a test mail in a Message-ID, or in what a delivery report says of one. */
final class ReturnedTest {

    private static final Pattern TOKEN =
            Pattern.compile(Pattern.quote(MailTest.MARK) + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private ReturnedTest() {}

    /** @param text null for none */
    static Optional<UUID> token(String text) {
        Matcher found = TOKEN.matcher(text == null ? "" : text);
        return found.find() ? Optional.of(UUID.fromString(found.group(1))) : Optional.empty();
    }
}
