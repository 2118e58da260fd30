package fairnotice.notice;

import fairnotice.access.Actor;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.change.ChangeState;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.register.ChangeKind;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Giving customers that arrive, or become entitled, while a change is announced a notice and clock of their own, and letting go of those
 * whose orders end. The cursor over the customers' revisions shows that there are any. Of a change that is in effect, those are given notice
 * that were customers when it was announced, and were not in the books as such.
 */
@Service
public class NotifyingNewCustomers {

    private static final Set<ChangeState> ANNOUNCED =
            Set.of(ChangeState.IN_NOTICE, ChangeState.DECIDING, ChangeState.POSTPONED);

    /** How long after it took effect. */
    private static final Duration IN_EFFECT = Duration.ofDays(365);

    private final VendorChanges changes;
    private final Customers customers;
    private final Registers registers;
    private final ListedChanges listed;
    private final Notices notices;
    private final Dispatches tellings;
    private final Correspondence correspondence;
    private final HolidayCalendars calendars;
    private final Ledger ledger;
    private final Clock clock;

    NotifyingNewCustomers(
            VendorChanges changes,
            Customers customers,
            Registers registers,
            ListedChanges listed,
            Notices notices,
            Dispatches tellings,
            Correspondence correspondence,
            HolidayCalendars calendars,
            Ledger ledger,
            Clock clock) {
        this.changes = changes;
        this.customers = customers;
        this.registers = registers;
        this.listed = listed;
        this.notices = notices;
        this.tellings = tellings;
        this.correspondence = correspondence;
        this.calendars = calendars;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * References of the changes whose notices run, or that took effect within a year, and whose register's customers changed since all of them
     * were told.
     */
    @Transactional(readOnly = true)
    public List<String> behind() {
        Map<String, Long> newest = new HashMap<>();
        List<String> looked = Stream.concat(
                        changes.in(ANNOUNCED).stream(),
                        changes.publishedSince(clock.instant().minus(IN_EFFECT)).stream())
                .toList();
        return tellings.lastOf(looked, Occasion.ANNOUNCEMENT).stream()
                .filter(telling ->
                        newest.computeIfAbsent(telling.register(), customers::newestRevision) > telling.cursor())
                .map(Dispatch::reference)
                .toList();
    }

    /** @return whether that change has new customers to look at */
    @Transactional
    public boolean lookForArrivals(String reference) {
        if (!arrived(changes.getByReference(reference))) {
            return false;
        }
        VendorChange change = changes.lock(reference);
        boolean published = change.state() == ChangeState.PUBLISHED;
        boolean still = (published || ANNOUNCED.contains(change.state())) && arrived(change);
        if (still && !published) {
            announce(change, last(change).orElseThrow(), clock.instant());
        } else if (still) {
            lookForMissed(change, last(change).orElseThrow(), clock.instant());
        }
        return still;
    }

    private void announce(VendorChange change, Dispatch before, Instant now) {
        correspondence.open(
                change,
                change.round(),
                before.policyVersion(),
                Occasion.ANNOUNCEMENT,
                before.number() + 1,
                before.cursor(),
                now);
    }

    /** One page of those that changed; where nobody of it is owed anything, it has been looked at. */
    private void lookForMissed(VendorChange change, Dispatch before, Instant now) {
        List<Customer> page = customers.page(change.register(), before.cursor(), ExpandingDispatch.PAGE);
        long missed = missed(change, before, page, now);
        if (missed == 0) {
            tellings.save(before.cutTo(page.get(page.size() - 1).revision()));
            return;
        }
        announce(change, before, now);
        ledger.record(Entry.of("notice.missed", change.reference(), Actor.SYSTEM.id(), now)
                .with("round", change.round().number())
                .with("leftOut", missed));
    }

    private long missed(VendorChange change, Dispatch before, List<Customer> page, Instant now) {
        if (change.proposal().kind() == ChangeKind.REMOVE || !listed.isStillInEffect(change)) {
            return 0;
        }
        NoticePolicy policy = registers.policy(change.register(), before.policyVersion());
        NoticeFactory giving = NoticeFactory.of(change, policy, calendars.getById(policy.holidayCalendar()), now);
        Set<Long> given = notices.given(
                change.reference(),
                change.round().number(),
                page.stream().map(Customer::id).toList());
        return page.stream()
                .filter(customer -> !given.contains(customer.id()))
                .filter(giving::isEntitled)
                .count();
    }

    private boolean arrived(VendorChange change) {
        return last(change)
                .filter(tellings::isCut)
                .filter(telling -> customers.newestRevision(change.register()) > telling.cursor())
                .isPresent();
    }

    private Optional<Dispatch> last(VendorChange change) {
        return tellings.last(change.reference(), change.round().number(), Occasion.ANNOUNCEMENT);
    }
}
