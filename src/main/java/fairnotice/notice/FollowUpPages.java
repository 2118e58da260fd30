package fairnotice.notice;

import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.Customers;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outgoing;
import fairnotice.notice.CuttingTellings.Cut;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * A page of notices whose customers are written to again, at the contacts that were reached before. Nobody is reminded of a notice that is
 * over, however late the reminder comes, nor while a conversation about the change goes on; and whom the change was decided to leave out is
 * not told that it is in effect.
 */
@Service
class FollowUpPages {

    private final VendorChanges changes;
    private final Registers registers;
    private final Customers customers;
    private final Notices notices;
    private final Mailings mailings;
    private final StandardDates standardDates;
    private final CustomersInConversation inConversation;

    FollowUpPages(
            VendorChanges changes,
            Registers registers,
            Customers customers,
            Notices notices,
            Mailings mailings,
            StandardDates standardDates,
            CustomersInConversation inConversation) {
        this.changes = changes;
        this.registers = registers;
        this.customers = customers;
        this.notices = notices;
        this.mailings = mailings;
        this.standardDates = standardDates;
        this.inConversation = inConversation;
    }

    Cut cut(Telling telling, Instant now) {
        boolean reminder = telling.occasion() == Occasion.REMINDER;
        List<Notice> page =
                notices.told(telling.reference(), telling.round(), telling.cursor(), CuttingTellings.PAGE, reminder);
        Set<Long> spokenWith = reminder
                ? inConversation.about(
                        telling.reference(), page.stream().map(Notice::customer).toList())
                : Set.of();
        List<Notice> concerned = page.stream()
                .filter(notice -> concerns(telling.occasion(), notice, now))
                .filter(notice -> !spokenWith.contains(notice.customer()))
                .toList();
        if (!concerned.isEmpty()) {
            NoticePolicy policy = registers.policy(telling.register(), telling.policyVersion());
            mailings.append(
                    telling.contractualMailing(), messages(changes.named(telling.reference()), policy, concerned, now));
        }
        long cursor =
                page.isEmpty() ? telling.cursor() : page.get(page.size() - 1).id();
        return new Cut(cursor, page.size() < CuttingTellings.PAGE);
    }

    static boolean concerns(Occasion occasion, Notice notice, Instant now) {
        return switch (occasion) {
            case REMINDER -> notice.runsAt(now);
            case IN_EFFECT -> notice.leftOutAt() == null;
            default -> true;
        };
    }

    private List<Outgoing> messages(VendorChange change, NoticePolicy policy, List<Notice> page, Instant now) {
        Map<Long, Customer> byId =
                customers.byIds(page.stream().map(Notice::customer).toList());
        Map<Long, Set<Long>> reached = reached(page.stream().map(Notice::id).toList());
        NoticeDates standard = standardDates.of(change, policy, now);
        List<Outgoing> messages = new ArrayList<>();
        for (Notice notice : page) {
            Customer customer = byId.get(notice.customer());
            Set<Long> contacts = reached.getOrDefault(notice.id(), Set.of());
            if (customer != null && notice.dates() != null) {
                stillThere(customer, contacts, policy).stream()
                        .map(contact -> PersonalFields.message(
                                notice.id(),
                                customer,
                                contact,
                                notice.mayObject(),
                                notice.dates(),
                                notice.dates().earliestUse(standard, change.earliestGoLive()),
                                now))
                        .forEach(messages::add);
            }
        }
        return messages;
    }

    /** Those that were reached; when they are gone by now, those who would be written to first. */
    private static List<Contact> stillThere(Customer customer, Set<Long> reached, NoticePolicy policy) {
        List<Contact> there = customer.contacts().stream()
                .filter(contact -> reached.contains(contact.id()))
                .toList();
        return there.isEmpty() && !reached.isEmpty() ? AudienceRules.first(customer, policy) : there;
    }

    private Map<Long, Set<Long>> reached(Collection<Long> ids) {
        return notices.contacts(ids).stream()
                .filter(outcome -> outcome.state().reached())
                .collect(Collectors.groupingBy(
                        ContactOutcome::notice, Collectors.mapping(ContactOutcome::contact, Collectors.toSet())));
    }
}
