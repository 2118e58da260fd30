package fairnotice.notice;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.mail.Mailings;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Working out anew, from what became of every message of a notice, whether its clock runs and from when. */
@Service
class RecountingClocks {

    private final Notices notices;
    private final Customers customers;
    private final Registers registers;
    private final VendorChanges changes;
    private final Tellings tellings;
    private final Mailings mailings;
    private final UnreachedCustomers unreached;
    private final HolidayCalendars calendars;
    private final Clock clock;

    RecountingClocks(
            Notices notices,
            Customers customers,
            Registers registers,
            VendorChanges changes,
            Tellings tellings,
            Mailings mailings,
            UnreachedCustomers unreached,
            HolidayCalendars calendars,
            Clock clock) {
        this.notices = notices;
        this.customers = customers;
        this.registers = registers;
        this.changes = changes;
        this.tellings = tellings;
        this.mailings = mailings;
        this.unreached = unreached;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @return references of the changes whose clocks were worked out anew */
    Set<String> recount(Collection<ContactOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return Set.of();
        }
        notices.keepContacts(outcomes);
        Set<Long> ids = outcomes.stream().map(ContactOutcome::notice).collect(Collectors.toSet());
        Map<Long, List<ContactOutcome>> contacts =
                notices.contacts(ids).stream().collect(Collectors.groupingBy(ContactOutcome::notice));
        List<Notice> recounted = notices.byIds(ids).stream()
                .filter(notice -> notice.told() && notice.supersededAt() == null && !isServed(notice))
                .map(notice -> counted(notice, contacts.getOrDefault(notice.id(), List.of())))
                .toList();
        List<Notice> dead = recounted.stream()
                .filter(notice -> notice.start() == null
                        && !StartRules.mayStillArrive(contacts.getOrDefault(notice.id(), List.of())))
                .toList();
        notices.keepClocks(recounted);
        recounted.stream().filter(notice -> notice.start() != null).forEach(notice -> unreached.settled(notice.id()));
        tryNext(dead, contacts);
        return StartingClocks.references(recounted);
    }

    private Notice counted(Notice notice, List<ContactOutcome> contacts) {
        NoticePolicy policy = registers.policy(notice.register(), notice.policyVersion());
        Optional<Start> start = StartRules.start(policy, notice.acknowledgedAt(), contacts);
        return start.map(from -> notice.started(
                        from,
                        NoticeDates.counted(
                                notice.terms(),
                                policy,
                                from.at(),
                                from.by().words(),
                                calendars.named(policy.holidayCalendar()))))
                .orElseGet(notice::waiting);
    }

    /** Writes to the next contact of each; where none is left, the customer is unreached. */
    private void tryNext(List<Notice> dead, Map<Long, List<ContactOutcome>> contacts) {
        if (dead.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<Long, Customer> byId =
                customers.byIds(dead.stream().map(Notice::customer).toList());
        List<Notice> nobody = new ArrayList<>();
        for (Notice notice : dead) {
            Customer customer = byId.get(notice.customer());
            Set<Long> tried = contacts.getOrDefault(notice.id(), List.of()).stream()
                    .map(ContactOutcome::contact)
                    .collect(Collectors.toSet());
            NoticePolicy policy = registers.policy(notice.register(), notice.policyVersion());
            AudienceRules.next(customer, policy, tried)
                    .ifPresentOrElse(
                            contact -> write(notice, customer, contact, policy, now),
                            () -> nobody.add(notice.unreached(now)));
        }
        notices.keepClocks(nobody);
        nobody.forEach(unreached::unreached);
    }

    /** One refused contact at a time: these are few, and each joins the mailing that its notice came from. */
    void write(Notice notice, Customer customer, Contact contact, NoticePolicy policy, Instant now) {
        Telling telling = tellings.last(notice.reference(), notice.round(), Occasion.ANNOUNCEMENT)
                .orElseThrow(() -> new IllegalStateException("Notice " + notice.id() + " was never announced"));
        NoticeGiving giving = new NoticeGiving(
                changes.named(notice.reference()), policy, calendars.named(policy.holidayCalendar()), now);
        notices.keepContacts(
                List.of(new ContactOutcome(notice.id(), contact.id(), fairnotice.mail.MessageState.PENDING, now)));
        mailings.append(telling.contractualMailing(), List.of(giving.message(notice.id(), customer, contact)));
    }

    private static boolean isServed(Notice notice) {
        return notice.start() != null && notice.start().by() == Start.By.SERVED;
    }
}
