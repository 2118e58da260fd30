package fairnotice.notice;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChanges;
import fairnotice.register.Registers;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Until when the links that were sent with a customer's notice and its case open it. */
@Service
public class ReadingLinkEnd {

    private final VendorChanges changes;
    private final Registers registers;
    private final CaseEnds cases;

    ReadingLinkEnd(VendorChanges changes, Registers registers, CaseEnds cases) {
        this.changes = changes;
        this.registers = registers;
        this.cases = cases;
    }

    /** @return their last day, in the zone of the notice's promise; empty while the change, the notice or a case is not over */
    public Optional<Deadline> of(Notice notice) {
        return LinkRules.end(
                notice,
                changes.named(notice.reference()),
                cases.of(notice.reference(), notice.customer()),
                registers.policy(notice.register(), notice.policyVersion()).zone());
    }
}
