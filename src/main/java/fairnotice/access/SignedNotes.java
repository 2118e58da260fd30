package fairnotice.access;

import java.time.Instant;
import java.util.Optional;

/** Short texts that a browser keeps for us, so that nothing is kept here: everybody may read them, and only we can write them. */
public interface SignedNotes {

    /**
     * @param purpose a note of one purpose is never read for another
     * @param until real time
     * @return base64url (RFC 4648)
     */
    String sign(String purpose, String text, Instant until);

    /** The text, unless it was not signed here, was altered, is for another purpose, or its time is over. */
    Optional<String> read(String purpose, String note, Instant now);
}
