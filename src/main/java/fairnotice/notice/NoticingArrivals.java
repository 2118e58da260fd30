package fairnotice.notice;

import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Giving customers that arrive, or become entitled, while a change is announced a notice and clock of their own, and letting go of those
 * whose orders end. The cursor over the customers' revisions shows that there are any.
 */
@Service
public class NoticingArrivals {

    private static final Set<ChangeState> ANNOUNCED =
            Set.of(ChangeState.IN_NOTICE, ChangeState.DECIDING, ChangeState.POSTPONED);

    private final VendorChanges changes;
    private final Customers customers;
    private final Tellings tellings;
    private final Correspondence correspondence;
    private final Clock clock;

    NoticingArrivals(
            VendorChanges changes, Customers customers, Tellings tellings, Correspondence correspondence, Clock clock) {
        this.changes = changes;
        this.customers = customers;
        this.tellings = tellings;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /** References of the changes whose notices run and whose register's customers changed since all of them were told. */
    @Transactional(readOnly = true)
    public List<String> behind() {
        Map<String, Long> newest = new HashMap<>();
        return tellings.lastOf(changes.in(ANNOUNCED), Occasion.ANNOUNCEMENT).stream()
                .filter(telling ->
                        newest.computeIfAbsent(telling.register(), customers::newestRevision) > telling.cursor())
                .map(Telling::reference)
                .toList();
    }

    /** @return whether that change has new customers to look at */
    @Transactional
    public boolean lookForArrivals(String reference) {
        if (!arrived(changes.named(reference))) {
            return false;
        }
        VendorChange change = changes.hold(reference);
        boolean still = ANNOUNCED.contains(change.state()) && arrived(change);
        if (still) {
            Telling before = last(change).orElseThrow();
            correspondence.open(
                    change,
                    change.round(),
                    before.policyVersion(),
                    Occasion.ANNOUNCEMENT,
                    before.number() + 1,
                    before.cursor(),
                    clock.instant());
        }
        return still;
    }

    private boolean arrived(VendorChange change) {
        return last(change)
                .filter(tellings::isCut)
                .filter(telling -> customers.newestRevision(change.register()) > telling.cursor())
                .isPresent();
    }

    private Optional<Telling> last(VendorChange change) {
        return tellings.last(change.reference(), change.round().number(), Occasion.ANNOUNCEMENT);
    }
}
