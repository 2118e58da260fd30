package fairnotice.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The accounts of staff, the inactive ones too. User names are compared without case. */
public interface StaffAccounts {

    /** By user name. */
    List<StaffAccount> all();

    Optional<StaffAccount> find(String username);

    /** Lets accounts be changed by one transaction after the other. */
    void lock();

    /**
     * Whether there is an administrator for all registers besides: somebody who has ever chosen a password, and is active or was so within that time.
     *
     * @param within of real time
     */
    boolean hasAdministratorBesides(String username, Duration within);

    /** Writes name, address and roles of an account that is there; other roles end its sessions. */
    void change(Staff staff);

    void add(Staff staff, String passwordHash);

    void activate(String username);

    /** @return false, and nothing is done, when the account is inactive, or has another epoch or address by now */
    boolean choosePassword(StaffAccount account, String passwordHash);
}
