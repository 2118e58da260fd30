package fairnotice.notice;

import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telling the audience of an announced change that it is in effect, if the policy says so; customers whose own notice still runs follow once
 * it has ended ({@link TellingLateNotices}). Done again, it changes nothing.
 */
@Service
public class TellingInEffect {

    private final VendorChanges changes;
    private final Registers registers;
    private final Dispatches tellings;
    private final Correspondence correspondence;
    private final LateNotices late;
    private final Clock clock;

    TellingInEffect(
            VendorChanges changes,
            Registers registers,
            Dispatches tellings,
            Correspondence correspondence,
            LateNotices late,
            Clock clock) {
        this.changes = changes;
        this.registers = registers;
        this.tellings = tellings;
        this.correspondence = correspondence;
        this.late = late;
        this.clock = clock;
    }

    @Transactional
    public void tell(String reference, int round) {
        VendorChange change = changes.lock(reference);
        boolean told = tellings.last(reference, round, Occasion.IN_EFFECT).isPresent();
        if (told || change.round().number() != round || !change.isPublished()) {
            return;
        }
        tellings.last(reference, round, Occasion.ANNOUNCEMENT).ifPresent(announcement -> {
            NoticePolicy policy = registers.policy(change.register(), announcement.policyVersion());
            if (policy.tellInEffect()) {
                Instant now = clock.instant();
                correspondence.open(change, change.round(), policy.version(), Occasion.IN_EFFECT, 0, 0, now);
                late.addRunning(reference, round, now);
            }
        });
    }
}
