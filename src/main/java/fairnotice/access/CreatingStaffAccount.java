package fairnotice.access;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes a whole account with its password, in place of the one of that user name: of the first administrator, and in a demonstration. */
@Service
public class CreatingStaffAccount {

    private final StaffDirectory directory;
    private final StaffEntries entries;

    CreatingStaffAccount(StaffDirectory directory, StaffEntries entries) {
        this.directory = directory;
        this.entries = entries;
    }

    /** @param passwordHash with its algorithm in front, as Spring's DelegatingPasswordEncoder writes it */
    @Transactional
    public void hire(Staff staff, String passwordHash, Actor by) {
        Staff before = directory.findByUsername(staff.username()).orElse(null);
        directory.put(Credential.of(staff, passwordHash));
        entries.hired(before, staff, StaffEntries.Way.of(by));
    }
}
