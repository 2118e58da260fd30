package fairnotice.access;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the first account, and closes the set-up code with it. */
@Service
class FirstAdministrator {

    private final SetupCodes codes;
    private final StaffDirectory directory;
    private final CreatingStaffAccount creating;

    FirstAdministrator(SetupCodes codes, StaffDirectory directory, CreatingStaffAccount creating) {
        this.codes = codes;
        this.directory = directory;
        this.creating = creating;
    }

    /** @return whether nobody was there before; else nothing is changed */
    @Transactional
    public boolean make(Staff first, String passwordHash) {
        boolean isFirst = codes.close() && directory.isEmpty();
        if (isFirst) {
            creating.hire(first, passwordHash, first.actor());
        }
        return isFirst;
    }
}
