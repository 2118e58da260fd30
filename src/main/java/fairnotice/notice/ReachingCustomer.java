package fairnotice.notice;

import fairnotice.access.Actor;
import fairnotice.access.Colleagues;
import fairnotice.access.Role;
import fairnotice.access.StaffDirectory;
import fairnotice.calendar.Days;
import fairnotice.calendar.HolidayCalendars;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.Refused;
import fairnotice.refusal.TextRules;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reaching a customer that no mail reached: by service in another way, with proof, or at an address put right. */
@Service
public class ReachingCustomer {

    private static final Phrase NOBODY = Phrase.of("refused.reach.nobody");

    private final VendorChanges changes;
    private final Notices notices;
    private final NoticeContacts noticeContacts;
    private final Registers registers;
    private final RecalculatingNoticePeriods recounting;
    private final ConfirmingService confirming;
    private final TellingService telling;
    private final UnreachedCustomers unreached;
    private final MovedClocks moved;
    private final HolidayCalendars calendars;
    private final StaffDirectory staff;
    private final Ledger ledger;
    private final Clock clock;

    ReachingCustomer(
            VendorChanges changes,
            Notices notices,
            NoticeContacts noticeContacts,
            Registers registers,
            RecalculatingNoticePeriods recounting,
            ConfirmingService confirming,
            TellingService telling,
            UnreachedCustomers unreached,
            MovedClocks moved,
            HolidayCalendars calendars,
            StaffDirectory staff,
            Ledger ledger,
            Clock clock) {
        this.changes = changes;
        this.notices = notices;
        this.noticeContacts = noticeContacts;
        this.registers = registers;
        this.recounting = recounting;
        this.confirming = confirming;
        this.telling = telling;
        this.unreached = unreached;
        this.moved = moved;
        this.calendars = calendars;
        this.staff = staff;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Records service by letter or in person; the customer's clock runs from that day, where it leaves less than half of a period only once a
     * second person records the same day.
     *
     * @param on the day it was served, in the register's zone; not before the announcement, not in the future
     * @param proof how it was served and what proves it
     */
    @Transactional
    public void served(long id, LocalDate on, String proof, Actor actor) {
        Notice notice = unreachedNotice(id, actor);
        VendorChange change = changes.getByReference(notice.reference());
        Colleagues colleagues = staff.colleagues();
        ServiceRules.mayServe(change, actor, colleagues);
        NoticePolicy policy = registers.policy(notice.register(), notice.policyVersion());
        Instant now = clock.instant();
        new TextRules()
                .paragraph("proof", "refused.name.service-proof", proof)
                .refuseIf(on == null, "servedOn", "refused.service.day")
                .refuseIf(
                        on != null && on.isAfter(LocalDate.ofInstant(now, policy.zone())),
                        "servedOn",
                        "refused.service.future")
                .refuseIf(
                        on != null && on.isBefore(announcedOn(notice, policy)),
                        "servedOn",
                        "refused.service.before-announcement")
                .orRefuse();
        Start start = new Start(servedAt(on, notice, policy, now), Start.By.SERVED);
        NoticeDates dates =
                NoticeDates.counted(notice.terms(), policy, start, calendars.getById(policy.holidayCalendar()));
        ConfirmingService.Verdict verdict = confirming.weigh(new ConfirmingService.Recorded(
                about(id), change, on, proof, dates.isAnyMoreThanHalfGoneAt(now, start), actor, now));
        String how = "on " + on + ": " + proof;
        if (!verdict.counts()) {
            ledger.record(entry("notice.service-stated", notice, actor, now, how));
            return;
        }
        Notice served = notice.started(start, dates);
        notices.saveClocks(List.of(served));
        telling.tell(served, change, policy);
        boolean alone = verdict.alone() || ServiceRules.isSingleHanded(change, actor, colleagues);
        settle(notice, entry("notice.served", notice, actor, now, how).with("statedBy", verdict.statedBy()), alone);
    }

    /** The service of a notice that waits for a second person. */
    @Transactional(readOnly = true)
    public Optional<StatedService> stated(long id) {
        return confirming.waiting(about(id));
    }

    /** Whom a service of the notice waits for, when nobody who is there now may confirm it. */
    @Transactional(readOnly = true)
    public Optional<Phrase> vacancy(long id) {
        return notices.find(id)
                .flatMap(notice -> confirming.vacancy(about(id), changes.getByReference(notice.reference())));
    }

    private static String about(long id) {
        return "notice/" + id;
    }

    /** Of which notices nobody can be written to, by their ids, and what can be done instead. */
    @Transactional(readOnly = true)
    public Map<Long, Phrase> obstaclesToWriting(Collection<Long> ids) {
        List<Notice> found = notices.byIds(ids);
        Map<Long, Customer> who = noticeContacts.byNotice(found);
        return found.stream()
                .filter(notice -> !who.containsKey(notice.id())
                        || who.get(notice.id()).contacts().isEmpty())
                .collect(Collectors.toMap(Notice::id, notice -> NOBODY));
    }

    /** Writes to a contact once more, or for the first time, after its address was put right. */
    @Transactional
    public void writeAgain(long id, long contactId, Actor actor) {
        Notice notice = unreachedNotice(id, actor);
        Customer customer =
                noticeContacts.customer(notice).orElseThrow(() -> Refused.unknown("refused.reach.customer-gone"));
        if (customer.contacts().isEmpty()) {
            throw Refused.conflict(NOBODY);
        }
        Contact contact = customer.contacts().stream()
                .filter(each -> each.id() == contactId)
                .findFirst()
                .orElseThrow(() -> Refused.invalid("contact", "refused.reach.own-contact"));
        NoticePolicy policy = registers.policy(notice.register(), notice.policyVersion());
        Instant now = clock.instant();
        notices.saveClocks(List.of(notice.waiting()));
        recounting.writeAgain(notice, customer, contact, policy, now);
        settle(notice, entry("notice.written-again", notice, actor, now, "to contact " + contactId), false);
    }

    /** The morning of that day, but neither before the announcement nor after now. */
    private Instant servedAt(LocalDate on, Notice notice, NoticePolicy policy, Instant now) {
        Instant morning = Days.morning(on, policy.zone());
        Instant announced = announcedAt(notice);
        Instant earliest = morning.isBefore(announced) ? announced : morning;
        return earliest.isAfter(now) ? now : earliest;
    }

    private LocalDate announcedOn(Notice notice, NoticePolicy policy) {
        return LocalDate.ofInstant(announcedAt(notice), policy.zone());
    }

    private Instant announcedAt(Notice notice) {
        return changes.getByReference(notice.reference()).announcedAt();
    }

    private void settle(Notice notice, Entry entry, boolean alone) {
        unreached.settled(notice.id());
        ledger.record(entry.with("singleHanded", alone));
        moved.note(Set.of(notice.reference()));
    }

    private static Entry entry(String kind, Notice notice, Actor actor, Instant now, String how) {
        return Entry.of(kind, notice.reference(), actor.id(), now)
                .with("round", notice.round())
                .with("notice", notice.id())
                .with("how", how);
    }

    /** Why reaching customers of that register is not for this person. */
    public Optional<Phrase> obstacle(Actor actor, String register) {
        return Refused.reason(() -> mustBeLegal(actor, register));
    }

    static void mustBeLegal(Actor actor, String register) {
        if (!actor.holds(Role.LEGAL, register)) {
            throw Refused.notAllowed("refused.reach.legal");
        }
    }

    private Notice unreachedNotice(long id, Actor actor) {
        Notice notice = notices.lock(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refused.unknown("refused.unknown.notice"));
        mustBeLegal(actor, notice.register());
        if (notice.supersededAt() != null || notice.start() != null) {
            throw Refused.conflict(notice.start() != null ? "refused.reach.reached" : "refused.reach.no-longer-counts");
        }
        return notice;
    }
}
