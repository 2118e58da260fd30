package fairnotice.notice;

import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminding customers that have not acknowledged their notice. */
@Service
public class RemindingCustomers {

    private final VendorChanges changes;
    private final Dispatches tellings;
    private final Correspondence correspondence;
    private final Clock clock;

    RemindingCustomers(VendorChanges changes, Dispatches tellings, Correspondence correspondence, Clock clock) {
        this.changes = changes;
        this.tellings = tellings;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    @Transactional
    public void remind(String reference, int round) {
        VendorChange change = changes.lock(reference);
        if (change.state() != ChangeState.IN_NOTICE || change.round().number() != round) {
            return;
        }
        int number = tellings.last(reference, round, Occasion.REMINDER)
                .map(last -> last.number() + 1)
                .orElse(0);
        tellings.last(reference, round, Occasion.ANNOUNCEMENT)
                .ifPresent(announcement -> correspondence.open(
                        change,
                        change.round(),
                        announcement.policyVersion(),
                        Occasion.REMINDER,
                        number,
                        0,
                        clock.instant()));
    }
}
