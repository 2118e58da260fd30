package fairnotice.notice;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.mail.Mailings;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Working out anew, from what became of every message of a notice, whether its clock runs and from when. */
@Service
class RecalculatingNoticePeriods {

    /** Numbers above those that announcements to later arrivals count up to. */
    private static final int AGAIN = 1_000_000;

    private final Notices notices;
    private final NoticeContacts noticeContacts;
    private final Registers registers;
    private final VendorChanges changes;
    private final Dispatches tellings;
    private final Mailings mailings;
    private final ChangeEmails letters;
    private final UnreachedCustomers unreached;
    private final HolidayCalendars calendars;
    private final ExemptionsHeld exemptions;
    private final Clock clock;

    RecalculatingNoticePeriods(
            Notices notices,
            NoticeContacts noticeContacts,
            Registers registers,
            VendorChanges changes,
            Dispatches tellings,
            Mailings mailings,
            ChangeEmails letters,
            UnreachedCustomers unreached,
            HolidayCalendars calendars,
            ExemptionsHeld exemptions,
            Clock clock) {
        this.notices = notices;
        this.noticeContacts = noticeContacts;
        this.registers = registers;
        this.changes = changes;
        this.tellings = tellings;
        this.mailings = mailings;
        this.letters = letters;
        this.unreached = unreached;
        this.calendars = calendars;
        this.exemptions = exemptions;
        this.clock = clock;
    }

    /** @return references of the changes some clock of which started, stopped or moved */
    Set<String> recount(Collection<ContactOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return Set.of();
        }
        Set<Long> ids = outcomes.stream().map(ContactOutcome::notice).collect(Collectors.toSet());
        List<Notice> held = notices.lock(ids);
        notices.saveContacts(standing(outcomes));
        return recount(held);
    }

    /** One message may have several outcomes to tell, in order; the last is how it stands. */
    private static Collection<ContactOutcome> standing(Collection<ContactOutcome> outcomes) {
        return outcomes.stream()
                .collect(Collectors.toMap(
                        outcome -> List.of(outcome.notice(), outcome.contact()),
                        Function.identity(),
                        ContactOutcome::then,
                        LinkedHashMap::new))
                .values();
    }

    /** @param ids of notices that the caller holds */
    Set<String> recountHeld(Set<Long> ids) {
        return recount(notices.byIds(ids));
    }

    private Set<String> recount(List<Notice> held) {
        Map<Long, List<ContactOutcome>> contacts =
                standing(held).stream().collect(Collectors.groupingBy(ContactOutcome::notice));
        List<Notice> recounted = held.stream()
                .filter(notice -> notice.told() && !isServed(notice))
                .map(notice -> counted(notice, contacts.getOrDefault(notice.id(), List.of())))
                .toList();
        List<Notice> dead = recounted.stream()
                .filter(notice -> notice.supersededAt() == null && notice.acknowledgedAt() == null)
                .filter(notice -> isDead(contacts.getOrDefault(notice.id(), List.of())))
                .toList();
        Set<Notice> before = Set.copyOf(held);
        List<Notice> moved =
                recounted.stream().filter(notice -> !before.contains(notice)).toList();
        notices.saveClocks(moved);
        moved.stream().filter(notice -> notice.start() != null).forEach(notice -> unreached.settled(notice.id()));
        tryNext(dead, contacts);
        return StartingNoticePeriods.references(moved);
    }

    /** Their messages; those to contacts that were confirmed since count from now on. */
    private List<ContactOutcome> standing(List<Notice> held) {
        List<Long> ids = held.stream().map(Notice::id).toList();
        List<ContactOutcome> known = notices.contacts(ids);
        List<ContactOutcome> confirmed = noticeContacts.confirmed(held, known);
        if (confirmed.isEmpty()) {
            return known;
        }
        notices.confirmContacts(confirmed, clock.instant());
        return notices.contacts(ids);
    }

    private Notice counted(Notice notice, List<ContactOutcome> contacts) {
        NoticePolicy policy = policy(notice);
        Holidays holidays = calendars.getById(policy.holidayCalendar());
        return StartRules.start(policy, holidays, notice, contacts)
                .map(from -> notice.started(from, NoticeDates.counted(notice.terms(), policy, from, holidays)))
                .orElseGet(notice::waiting);
    }

    private static boolean isDead(List<ContactOutcome> contacts) {
        return !StartRules.hasReached(contacts) && !StartRules.mayStillArrive(contacts);
    }

    private NoticePolicy policy(Notice notice) {
        return registers.policy(notice.register(), notice.policyVersion());
    }

    /** Writes to the next contact of each; where none is left, the customer is unreached unless the change's page started its clock. */
    private void tryNext(List<Notice> dead, Map<Long, List<ContactOutcome>> contacts) {
        if (dead.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<Long, Customer> byNotice = noticeContacts.byNotice(dead);
        Map<String, Map<Long, List<Contact>>> removed = dead.stream()
                .map(Notice::reference)
                .distinct()
                .collect(Collectors.toMap(
                        reference -> reference, reference -> noticeContacts.removed(reference, byNotice.values())));
        List<Notice> nobody = new ArrayList<>();
        for (Notice notice : dead) {
            Customer customer = byNotice.get(notice.id());
            Set<Long> tried = contacts.getOrDefault(notice.id(), List.of()).stream()
                    .map(ContactOutcome::contact)
                    .collect(Collectors.toSet());
            NoticePolicy policy = policy(notice);
            Customer before = customer.with(
                    removed.get(notice.reference()).getOrDefault(customer.id(), List.of()), customer.orders());
            List<Contact> next = Stream.of(before, customer)
                    .flatMap(each -> AudienceRules.next(each, policy, tried).stream())
                    .toList();
            next.forEach(contact -> write(notice, customer, contact, policy, now));
            if (next.isEmpty() && notice.start() == null) {
                nobody.add(notice.unreached(now));
            }
        }
        notices.saveClocks(nobody);
        nobody.forEach(unreached::unreached);
    }

    /** One refused contact at a time: these are few, and each joins the mailing that its notice came from. */
    void write(Notice notice, Customer customer, Contact contact, NoticePolicy policy, Instant now) {
        Dispatch telling = tellings.last(notice.reference(), notice.round(), Occasion.ANNOUNCEMENT)
                .orElseThrow(() -> new IllegalStateException("Notice " + notice.id() + " was never announced"));
        append(telling.contractualMailing(), notice, customer, contact, policy, now);
    }

    /**
     * In a mailing of its own, since the first one writes to an address once only. Whoever was added since and would be written to first is written
     * to as well.
     */
    void writeAgain(Notice notice, Customer customer, Contact contact, NoticePolicy policy, Instant now) {
        VendorChange change = changes.getByReference(notice.reference());
        int number = AGAIN + mailings.about(notice.reference()).size();
        long mailing = mailings.open(letters.contractual(
                registers.getById(notice.register()), policy, change, change.round(), Occasion.ANNOUNCEMENT, number));
        Set<Long> tried = Stream.concat(
                        Stream.of(contact.id()),
                        notices.contacts(List.of(notice.id())).stream().map(ContactOutcome::contact))
                .collect(Collectors.toSet());
        append(mailing, notice, customer, contact, policy, now);
        AudienceRules.firstBut(tried, customer, policy)
                .forEach(added -> append(mailing, notice, customer, added, policy, now));
        mailings.seal(mailing);
    }

    private void append(
            long mailing, Notice notice, Customer customer, Contact contact, NoticePolicy policy, Instant now) {
        VendorChange change = changes.getByReference(notice.reference());
        NoticeFactory giving = NoticeFactory.of(change, policy, calendars.getById(policy.holidayCalendar()), now);
        List<ContactOutcome> written = notice.missedAt() == null ? List.of() : notices.contacts(List.of(notice.id()));
        UnconfirmedChange waits = noticeContacts.waiting(List.of(customer)).get(customer.id());
        notices.saveContacts(List.of(ContactOutcome.pending(notice.id(), Recipient.of(contact, waits), now)));
        ExemptionsHeld.Held held = exemptions.of(change, List.of(customer.id())).get(customer.id());
        mailings.append(mailing, List.of(giving.message(notice, customer, contact, written, held)));
    }

    private static boolean isServed(Notice notice) {
        return notice.start() != null && notice.start().by() == Start.By.SERVED;
    }
}
