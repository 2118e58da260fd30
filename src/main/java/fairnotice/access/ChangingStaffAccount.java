package fairnotice.access;

import fairnotice.refusal.Refused;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the name, the address and the roles of a member of staff, and activates an account again. What gives more waits for another
 * administrator, where there is one; a name counts at once, and so does taking a role away.
 */
@Service
public class ChangingStaffAccount {

    private final ChangingAccounts changing;
    private final StaffAccounts accounts;
    private final StaffRequests requests;
    private final StaffEntries entries;
    private final Clock clock;

    ChangingStaffAccount(
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
     * @param seen epoch of the account as it was looked at
     * @return whether all of it counts now; else some of it waits to be confirmed
     * @throws Refused when it was changed since, is inactive, waits already, would be a change of the own roles or leave no administrator; with
     *     every problem of what was typed
     */
    @Transactional
    public boolean change(TypedAccount typed, int seen, Actor by) {
        changing.begin(by);
        Staff wanted = typed.checked();
        StaffAccount account = changing.active(wanted.username());
        if (account.epoch() != seen) {
            throw Refused.conflict("refused.staff.changed-again");
        }
        Staff before = account.staff();
        mayHold(before, wanted, by);
        Optional<StaffRequest> more = more(before, wanted, by);
        more.ifPresent(request -> changing.mustNotWait(before.username()));
        boolean alone = more.isPresent() && changing.isAlone(by);
        boolean waits = more.isPresent() && !alone;
        Staff now = waits ? less(before, wanted) : wanted;
        if (!now.equals(before)) {
            accounts.change(now);
            entries.changed(before, now, alone ? StaffEntries.Way.alone(by) : StaffEntries.Way.of(by));
        }
        if (waits) {
            requests.save(more.get());
            entries.asked(now, more.get(), by);
        }
        return !waits;
    }

    private void mayHold(Staff before, Staff wanted, Actor by) {
        if (by.id().equals(before.username()) && !before.held().equals(wanted.held())) {
            throw Refused.invalid("held", "refused.staff.own-roles");
        }
        boolean resigns =
                before.actor().holdsForAll(Role.ADMIN) && !wanted.actor().holdsForAll(Role.ADMIN);
        if (resigns && !accounts.hasAdministratorBesides(before.username(), StaffRules.NOW)) {
            throw Refused.invalid("held", "refused.staff.last-administrator");
        }
    }

    /** What has to be confirmed. */
    private Optional<StaffRequest> more(Staff before, Staff wanted, Actor by) {
        Map<Role, Scope> added = HeldRoles.added(before.held(), wanted.held());
        String email = wanted.email().equals(before.email()) ? null : wanted.email();
        return added.isEmpty() && email == null
                ? Optional.empty()
                : Optional.of(StaffRequest.changing(before.username(), email, added, by, clock.instant()));
    }

    /** What counts until it is confirmed. */
    private static Staff less(Staff before, Staff wanted) {
        return new Staff(
                before.username(), wanted.name(), before.email(), HeldRoles.common(before.held(), wanted.held()));
    }

    /**
     * @return whether the account is active now; else that waits to be confirmed
     * @throws Refused when it is active, or waits already
     */
    @Transactional
    public boolean activate(String username, Actor by) {
        changing.begin(by);
        StaffAccount account = changing.account(username);
        if (account.active()) {
            throw Refused.conflict("refused.staff.active");
        }
        changing.mustNotWait(account.username());
        boolean alone = changing.isAlone(by);
        if (alone) {
            accounts.activate(account.username());
            entries.activated(account.staff(), StaffEntries.Way.alone(by));
        } else {
            StaffRequest request = StaffRequest.activating(account.username(), by, clock.instant());
            requests.save(request);
            entries.asked(account.staff(), request, by);
        }
        return alone;
    }
}
