package fairnotice.access;

import java.util.Optional;

/** Links that carry their own proof and are not stored: HMAC-SHA256 (RFC 2104) over purpose, ids, epoch and key id. */
public interface SignedLinks {

    /** The link as a URL-safe token. */
    String sign(Link link);

    /** What the token says, or empty when it was not signed here, was altered, or is not a token at all. */
    Optional<Link> read(String token);
}
