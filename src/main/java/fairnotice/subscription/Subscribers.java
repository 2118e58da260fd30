package fairnotice.subscription;

import java.util.List;

/** The confirmed subscribers of all registers. */
public interface Subscribers {

    /** At most {@code limit} confirmed subscribers of a register with ids above {@code after}, by id. */
    List<Subscriber> page(String register, long after, int limit);

    long count(String register);
}
