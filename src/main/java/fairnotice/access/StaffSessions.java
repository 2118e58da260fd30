package fairnotice.access;

import java.time.Duration;
import java.time.Instant;
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
}
