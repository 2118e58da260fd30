package fairnotice.limit;

import java.time.Duration;
import java.util.List;

/**
 * What is left of all limits. Each call is one short transaction of its own; call it outside of any other, so that nobody waits for more than
 * the count.
 */
public interface Limits {

    /**
     * Takes one of each, in order, until one is used up; of those that queue, one of each in any case.
     *
     * @return real time to wait; none when there was one of each
     */
    Duration take(List<Limit> limits);

    /** Gives back what was taken and not needed. */
    void giveBack(List<Limit> limits);

    /** Deletes what says nothing any more. */
    void forgetOld();
}
