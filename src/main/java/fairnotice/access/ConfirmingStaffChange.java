package fairnotice.access;

import fairnotice.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Another administrator confirms or refuses what one asked for of an account; whoever asked takes it back. */
@Service
public class ConfirmingStaffChange {

    private final ChangingAccounts changing;
    private final StaffAccounts accounts;
    private final StaffRequests requests;
    private final StaffDirectory directory;
    private final ResettingSecondFactor resetting;
    private final StaffEntries entries;

    ConfirmingStaffChange(
            ChangingAccounts changing,
            StaffAccounts accounts,
            StaffRequests requests,
            StaffDirectory directory,
            ResettingSecondFactor resetting,
            StaffEntries entries) {
        this.changing = changing;
        this.accounts = accounts;
        this.requests = requests;
        this.directory = directory;
        this.resetting = resetting;
        this.entries = entries;
    }

    /**
     * @param seen id of the request that was looked at
     * @return the account as it is from now on
     * @throws Refused when it waits no more, or the actor asked for it
     */
    @Transactional
    public StaffAccount confirm(String username, long seen, Actor by) {
        changing.begin(by);
        StaffRequest request = waiting(username, seen);
        StaffRules.mayConfirm(by, request, directory.colleagues());
        requests.remove(request.username());
        StaffEntries.Way way = StaffEntries.Way.confirmed(by, request);
        switch (request.kind()) {
            case NEW -> add(request.wanted(null), way);
            case CHANGE -> change(request, way);
            case ACTIVATION -> activate(request.username(), way);
            case FACTOR_RESET ->
                resetting.reset(changing.active(request.username()).staff(), way);
        }
        return changing.account(request.username());
    }

    private void add(Staff staff, StaffEntries.Way way) {
        if (accounts.find(staff.username()).isPresent()) {
            throw Refused.conflict("refused.staff.taken");
        }
        accounts.add(staff, UnchosenPassword.hash());
        entries.hired(null, staff, way);
    }

    private void change(StaffRequest request, StaffEntries.Way way) {
        Staff before = changing.active(request.username()).staff();
        Staff wanted = request.wanted(before);
        accounts.change(wanted);
        entries.changed(before, wanted, way);
    }

    private void activate(String username, StaffEntries.Way way) {
        accounts.activate(username);
        entries.activated(changing.account(username).staff(), way);
    }

    /**
     * @param seen id of the request that was looked at
     * @throws Refused when it waits no more
     */
    @Transactional
    public void refuse(String username, long seen, Actor by) {
        changing.begin(by);
        StaffRequest request = waiting(username, seen);
        requests.remove(request.username());
        entries.withdrawn(request, by);
    }

    private StaffRequest waiting(String username, long seen) {
        return requests.find(username)
                .filter(request -> request.id() == seen)
                .orElseThrow(() -> Refused.conflict("refused.staff.waits-no-more"));
    }
}
