package fairnotice.access;

import java.util.List;
import java.util.Optional;

/** The tokens of machines, known by their digests alone. */
public interface ApiTokens {

    void add(String digest, String username, NewToken token);

    /** Who acts with the token, unless it was revoked or its owner dismissed; notes that it was used. */
    Optional<ShownToken> holder(String digest);

    /** Those of a member that are not revoked, the newest first. */
    List<KeptToken> of(String username);

    /** @return how many were revoked: one or none */
    int revoke(String username, long id);

    /** @return how many were revoked */
    int revokeAll(String username);
}
