package fairnotice.access;

import java.util.List;
import java.util.Optional;

/** The second factors of staff, at most one for each account. One that comes or goes ends the account's sessions. */
public interface SecondFactors {

    Optional<SecondFactor> find(String username);

    /**
     * @param step whose code was used to set it up
     * @param digests of its recovery codes
     * @return false when there is one already
     */
    boolean add(String username, String sealed, long step, List<String> digests);

    boolean remove(String username);

    /** Uses up the code of a step. @return false when that step, or a later one, was used before */
    boolean use(String username, long step);

    /** @return false when there is no such recovery code, or it was used before */
    boolean useRecoveryCode(String username, String digest);

    /** Puts these in place of all there were. */
    void replaceRecoveryCodes(String username, List<String> digests);

    /** Whether this installation asks it of that member of staff. */
    boolean isRequiredOf(Staff staff);
}
