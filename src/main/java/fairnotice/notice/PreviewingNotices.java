package fairnotice.notice;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.change.Proposal;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.notice.NoticePreview.ForeseenNotice;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.subscription.Subscribers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Foreseeing who would be told what and when, for the reviewer; nothing is sent and nothing kept. */
@Service
public class PreviewingNotices {

    private final Registers registers;
    private final Customers customers;
    private final NoticeContacts noticeContacts;
    private final Subscribers subscribers;
    private final HolidayCalendars calendars;

    PreviewingNotices(
            Registers registers,
            Customers customers,
            NoticeContacts noticeContacts,
            Subscribers subscribers,
            HolidayCalendars calendars) {
        this.noticeContacts = noticeContacts;
        this.registers = registers;
        this.customers = customers;
        this.subscribers = subscribers;
        this.calendars = calendars;
    }

    /**
     * @param track which it would take; an expedited change is in use before anybody is told
     * @param at when it would be announced
     * @param atMost how many notices to show; all are counted
     */
    @Transactional(readOnly = true)
    public NoticePreview foresee(String registerId, Proposal proposal, Track track, Instant at, int atMost) {
        Register register = registers.getById(registerId);
        NoticePolicy policy = register.policy();
        VendorChange asIf = VendorChange.imagined(registerId, proposal, at);
        NoticeFactory giving = NoticeFactory.of(asIf, policy, calendars.getById(policy.holidayCalendar()), at);
        Counting counting = new Counting(giving, track, atMost);
        long cursor = 0;
        for (List<Customer> page = customers.page(registerId, cursor, ExpandingDispatch.PAGE);
                !page.isEmpty();
                page = customers.page(registerId, cursor, ExpandingDispatch.PAGE)) {
            Map<Long, UnconfirmedChange> waiting = noticeContacts.waiting(page);
            page.forEach(customer -> counting.count(customer, waiting.get(customer.id())));
            cursor = page.get(page.size() - 1).revision();
        }
        long listed = policy.audience().subscribers() ? subscribers.count(registerId) : 0;
        return counting.result(listed);
    }

    private static final class Counting {

        private static final Comparator<ForeseenNotice> SHORTEST_FIRST = Comparator.comparing(
                        (ForeseenNotice notice) -> notice.dates().noticeEnds().lastDay())
                .thenComparing(ForeseenNotice::customer, Comparator.reverseOrder());

        private final NoticeFactory giving;
        private final boolean usedFirst;
        private final int atMost;
        private final PriorityQueue<ForeseenNotice> longest = new PriorityQueue<>(SHORTEST_FIRST);
        private Instant binding;
        private long told;
        private long onPageOnly;
        private long withoutContact;

        Counting(NoticeFactory giving, Track track, int atMost) {
            this.giving = giving;
            this.usedFirst = track == Track.EXPEDITED;
            this.atMost = atMost;
            this.binding = usedFirst ? giving.now() : giving.earliestForAll();
        }

        /** @param waits as of {@link NoticeFactory#contacts} */
        void count(Customer customer, UnconfirmedChange waits) {
            if (!giving.isEntitled(customer)) {
                return;
            }
            ForeseenNotice notice = foreseen(customer, waits);
            told += notice.told() ? 1 : 0;
            onPageOnly += notice.told() ? 0 : 1;
            withoutContact += notice.told() && notice.addresses().isEmpty() ? 1 : 0;
            Instant ends = giving.bindsUntil(customer, notice.dates());
            binding = !usedFirst && ends.isAfter(binding) ? ends : binding;
            longest.add(notice);
            if (longest.size() > atMost) {
                longest.poll();
            }
        }

        private ForeseenNotice foreseen(Customer customer, UnconfirmedChange waits) {
            boolean isTold = giving.isTold(customer);
            NewNotice notice = giving.notice(customer, waits);
            List<String> addresses = isTold
                    ? giving.contacts(customer, waits).stream()
                            .map(Contact::email)
                            .toList()
                    : List.of();
            return new ForeseenNotice(
                    customer.name(),
                    isTold,
                    notice.mayObject(),
                    addresses,
                    giving.dates(notice.terms(), giving.expectedStart(isTold)));
        }

        NoticePreview result(long subscribers) {
            List<ForeseenNotice> notices =
                    longest.stream().sorted(SHORTEST_FIRST.reversed()).toList();
            return new NoticePreview(binding, told, onPageOnly, withoutContact, subscribers, notices);
        }
    }
}
