package fairnotice.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Links mailed to members of staff. Who opens one has a browser in which nobody else's wrong passwords count; the password is still asked
 * for (decision record 15).
 */
@Service
public class SignInLinks {

    /** How long one works, of real time. */
    public static final Duration VALID = Duration.ofHours(1);

    private static final String PURPOSE = "sign-in-link";

    private final SignedNotes notes;

    SignInLinks(SignedNotes notes) {
        this.notes = notes;
    }

    /** What stands in the link. @param now real time */
    public String sign(String username, Instant now) {
        return notes.sign(PURPOSE, username, now.plus(VALID));
    }

    /** The user name it was sent for; empty when it is none of ours, or its time is over. @param now real time */
    public Optional<String> read(String link, Instant now) {
        return notes.read(PURPOSE, link, now);
    }
}
