package fairnotice.publisher;

import fairnotice.access.Requested;
import java.time.Instant;

/**
 * A public address that another administrator has to confirm, since whoever answers there gets every link that customers follow.
 *
 * @param address null where the one that is set is to go
 * @param askedAt legal time
 */
public record RequestedAddress(String address, String askedBy, Instant askedAt) implements Requested {}
