package fairnotice.access;

import java.util.Optional;

/** Secrets that the application needs in the clear, such as the password of a relay, as they may stand in the database. */
public interface SealedSecrets {

    /**
     * @param purpose what the secret is for: {@code relay-password}; what was sealed for one purpose opens for no other
     * @return base64url (RFC 4648), another one each time
     */
    String seal(String purpose, String secret);

    /** The secret, unless it was sealed with a key that is not here, for another purpose, or altered. */
    Optional<String> open(String purpose, String sealed);
}
