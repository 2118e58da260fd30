package fairnotice.access;

import fairnotice.refusal.Refused;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the second factor from a colleague who lost the app and the recovery codes. Whoever has the password could sign in then, so another
 * administrator confirms it, where there is one, and its owner is told.
 */
@Service
public class ResettingSecondFactor {

    private final ChangingAccounts changing;
    private final StaffRequests requests;
    private final SecondFactors factors;
    private final StaffEntries entries;
    private final AccountNotices notices;
    private final Clock clock;

    ResettingSecondFactor(
            ChangingAccounts changing,
            StaffRequests requests,
            SecondFactors factors,
            StaffEntries entries,
            AccountNotices notices,
            Clock clock) {
        this.changing = changing;
        this.requests = requests;
        this.factors = factors;
        this.entries = entries;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @return whether it is gone now; else that waits to be confirmed
     * @throws Refused when the account has none, is inactive or the own, or something of it waits already
     */
    @Transactional
    public boolean reset(String username, Actor by) {
        changing.begin(by);
        Staff staff = changing.active(username).staff();
        if (staff.username().equals(by.id())) {
            throw Refused.conflict("refused.factor.own");
        }
        if (factors.find(staff.username()).isEmpty()) {
            throw Refused.conflict("refused.factor.none");
        }
        changing.mustNotWait(staff.username());
        boolean alone = changing.isAlone(by);
        if (alone) {
            reset(staff, StaffEntries.Way.alone(by));
        } else {
            StaffRequest request = StaffRequest.resetting(staff.username(), by, clock.instant());
            requests.save(request);
            entries.asked(staff, request, by);
        }
        return alone;
    }

    /** What was confirmed; nothing where its owner switched it off meanwhile. */
    void reset(Staff staff, StaffEntries.Way way) {
        if (factors.remove(staff.username())) {
            entries.factorReset(staff.username(), way);
            notices.tell(staff, AccountNotices.Event.FACTOR_RESET);
        }
    }
}
