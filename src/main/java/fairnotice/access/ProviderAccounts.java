package fairnotice.access;

import java.util.Optional;

/** Which account is whose, of those whom a provider knows. */
public interface ProviderAccounts {

    /** The user name. */
    Optional<String> find(String issuer, String subject);

    /** Whether the account is somebody's whom a provider knows. */
    boolean isTaken(String username);

    /** From now on the account counts as one whose owner was there. */
    void add(String issuer, String subject, String username);
}
