package fairnotice.notice;

import java.time.Instant;
import java.util.Optional;

/** All links that were sent in place of ended ones. */
public interface RenewedLinks {

    /** @param endsAt when its last day ends */
    RenewedLink add(long notice, long contact, Instant at, Instant endsAt);

    Optional<RenewedLink> find(long id);
}
