package fairnotice.notice;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChanges;
import fairnotice.register.Registers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Until when the links that were sent with a customer's notice and its case open it. */
@Service
public class ReadingLinkEnd {

    private final VendorChanges changes;
    private final Registers registers;
    private final EndsOfObjections cases;

    ReadingLinkEnd(VendorChanges changes, Registers registers, EndsOfObjections cases) {
        this.changes = changes;
        this.registers = registers;
        this.cases = cases;
    }

    /** @return their last day, in the zone of the notice's promise; empty while the change, the notice or a case is not over */
    public Optional<Deadline> of(Notice notice) {
        return LinkRules.end(
                notice,
                changes.getByReference(notice.reference()),
                cases.of(notice.reference(), notice.customer()),
                zone(notice));
    }

    /** Whether they open it no more. Asked on every request of a link, so change and cases are read only where they can decide. */
    public boolean isOverAt(Notice notice, Instant now) {
        return LinkRules.earliestEnd(notice, zone(notice)).isOverAt(now)
                && of(notice).filter(end -> end.isOverAt(now)).isPresent();
    }

    private ZoneId zone(Notice notice) {
        return registers.policy(notice.register(), notice.policyVersion()).zone();
    }
}
