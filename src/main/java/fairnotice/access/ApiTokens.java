package fairnotice.access;

import java.util.Optional;

/** The tokens of machines, known by their digests alone. */
public interface ApiTokens {

    void add(String digest, String username);

    /** Who acts with the token, unless it was revoked or its owner dismissed; notes that it was used. */
    Optional<Staff> holder(String digest);

    /** @return how many were revoked */
    int revokeAll(String username);
}
