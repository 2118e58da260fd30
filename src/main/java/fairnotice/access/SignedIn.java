package fairnotice.access;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a session says of whoever signed in.
 *
 * @param epoch of the account then; see {@link Credential}
 * @param since by the database's clock, to the millisecond
 */
public record SignedIn(String username, int epoch, Instant since) {

    /** Name of the session's attribute that holds it. */
    public static final String ATTRIBUTE = "fairnotice.account";

    /** Name of the one that says from where: the network, a space, and what the browser called itself. */
    public static final String ORIGIN = "fairnotice.origin";

    private static final Pattern WRITTEN = Pattern.compile("([^ ]+) (\\d{1,9}) (\\d{1,15})");

    /** What {@link #text()} wrote; empty for anything else. */
    public static Optional<SignedIn> read(Object text) {
        Matcher parts = WRITTEN.matcher(text instanceof String written ? written : "");
        return parts.matches()
                ? Optional.of(new SignedIn(
                        parts.group(1),
                        Integer.parseInt(parts.group(2)),
                        Instant.ofEpochMilli(Long.parseLong(parts.group(3)))))
                : Optional.empty();
    }

    /** As a session keeps it: user name, epoch, and milliseconds since 1970. */
    public String text() {
        return username + " " + epoch + " " + since.toEpochMilli();
    }
}
