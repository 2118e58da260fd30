package fairnotice.notice;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outgoing;
import fairnotice.notice.ExpandingDispatch.Cut;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** A page of customers, each given its notice and the messages to its contacts. */
@Service
class NoticeBatch {

    private final VendorChanges changes;
    private final Registers registers;
    private final Customers customers;
    private final NoticeContacts noticeContacts;
    private final Notices notices;
    private final Mailings mailings;
    private final UnreachedCustomers unreached;
    private final LateNotices late;
    private final HolidayCalendars calendars;
    private final ExemptionsHeld exemptions;

    NoticeBatch(
            VendorChanges changes,
            Registers registers,
            Customers customers,
            NoticeContacts noticeContacts,
            Notices notices,
            Mailings mailings,
            UnreachedCustomers unreached,
            LateNotices late,
            HolidayCalendars calendars,
            ExemptionsHeld exemptions) {
        this.changes = changes;
        this.registers = registers;
        this.customers = customers;
        this.noticeContacts = noticeContacts;
        this.notices = notices;
        this.mailings = mailings;
        this.unreached = unreached;
        this.late = late;
        this.calendars = calendars;
        this.exemptions = exemptions;
    }

    Cut cut(Dispatch telling, Instant now) {
        List<Customer> page = customers.page(telling.register(), telling.cursor(), ExpandingDispatch.PAGE);
        if (page.isEmpty()) {
            return new Cut(telling.cursor(), true);
        }
        VendorChange change = changes.getByReference(telling.reference());
        NoticePolicy policy = registers.policy(telling.register(), telling.policyVersion());
        give(
                telling,
                change,
                NoticeFactory.of(change, policy, calendars.getById(policy.holidayCalendar()), now),
                noticeContacts.counted(telling.reference(), page),
                now);
        return new Cut(page.get(page.size() - 1).revision(), page.size() < ExpandingDispatch.PAGE);
    }

    private void give(Dispatch telling, VendorChange change, NoticeFactory giving, List<Customer> page, Instant now) {
        Map<Long, Instant> bounds = new HashMap<>();
        page.forEach(customer -> bounds.put(customer.id(), giving.boundUntil(customer)));
        notices.saveBounds(bounds);
        List<Customer> entitled = page.stream().filter(giving::isEntitled).toList();
        Map<Long, UnconfirmedChange> waiting = noticeContacts.waiting(entitled);
        Map<Long, Long> added = notices.add(
                telling,
                entitled.stream()
                        .map(customer -> giving.notice(customer, waiting.get(customer.id())))
                        .toList(),
                now);
        Map<Long, ExemptionsHeld.Held> held = exemptions.of(change, added.keySet());
        List<Outgoing> messages = new ArrayList<>();
        List<Long> nobodyToWriteTo = new ArrayList<>();
        for (Customer customer : entitled) {
            Long notice = added.get(customer.id());
            if (notice != null && giving.isTold(customer)) {
                List<Contact> contacts = giving.contacts(customer, waiting.get(customer.id()));
                contacts.forEach(
                        contact -> messages.add(giving.message(notice, customer, contact, held.get(customer.id()))));
                if (contacts.isEmpty()) {
                    nobodyToWriteTo.add(notice);
                }
            }
        }
        mailings.append(telling.contractualMailing(), messages);
        if (giving.isLeavingOut()) {
            notices.leaveOut(added.values(), now);
        }
        if (change.isPublished()) {
            late.add(entitled.stream()
                    .filter(customer -> giving.isLeavingOut() || !ExpeditedRules.isAllowed(customer, giving.policy()))
                    .map(Customer::id)
                    .filter(added::containsKey)
                    .map(added::get)
                    .toList());
        }
        reportUnreachable(nobodyToWriteTo, now);
    }

    private void reportUnreachable(List<Long> ids, Instant now) {
        List<Notice> withoutContacts =
                notices.byIds(ids).stream().map(notice -> notice.unreached(now)).toList();
        notices.saveClocks(withoutContacts);
        withoutContacts.forEach(unreached::unreached);
    }
}
