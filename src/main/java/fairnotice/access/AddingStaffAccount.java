package fairnotice.access;

import fairnotice.refusal.Refused;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a member of staff, who is mailed a link to choose a password. Another administrator confirms it first, where there is one. */
@Service
public class AddingStaffAccount {

    private final ChangingAccounts changing;
    private final StaffAccounts accounts;
    private final StaffRequests requests;
    private final StaffEntries entries;
    private final Clock clock;

    AddingStaffAccount(
            ChangingAccounts changing,
            StaffAccounts accounts,
            StaffRequests requests,
            StaffEntries entries,
            Clock clock) {
        this.changing = changing;
        this.accounts = accounts;
        this.requests = requests;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * @return whether the account is there now; else it waits to be confirmed
     * @throws Refused with every problem of what was typed, or when somebody has or had that user name
     */
    @Transactional
    public boolean add(TypedAccount typed, Actor by) {
        changing.begin(by);
        Staff staff = typed.checked();
        if (accounts.find(staff.username()).isPresent()
                || requests.find(staff.username()).isPresent()) {
            throw Refused.invalid("username", "refused.staff.taken");
        }
        boolean alone = changing.isAlone(by);
        if (alone) {
            accounts.add(staff, UnchosenPassword.hash());
            entries.hired(null, staff, StaffEntries.Way.alone(by));
        } else {
            StaffRequest request = StaffRequest.adding(staff, by, clock.instant());
            requests.save(request);
            entries.asked(null, request, by);
        }
        return alone;
    }
}
