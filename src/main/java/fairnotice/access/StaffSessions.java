package fairnotice.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions that are open on any node; their times are the database's, which all nodes share. */
public interface StaffSessions {

    /**
     * Makes room for one more: forgets those that have expired, and ends the member's oldest beyond a number.
     *
     * @return when it begins
     */
    Instant begin(String username, int others);

    /**
     * Who acts in a session, with what they may do now.
     *
     * @param epoch of the account when it began; empty when that is another by now
     * @param longest after which it is over, however busy it is
     */
    Optional<Staff> holder(String username, int epoch, Instant since, Duration longest);

    /**
     * Those of a member that are open, by when they were used last, the latest first.
     *
     * @param current the cookie's id of the one that asks; null for none
     */
    List<OpenSession> open(String username, String current);

    /** @param id see {@link OpenSession} @return how many were ended: one or none */
    int end(String username, String id);

    /** @param current the cookie's id of the one that goes on; null for none @return how many were ended */
    int endOthers(String username, String current);
}
