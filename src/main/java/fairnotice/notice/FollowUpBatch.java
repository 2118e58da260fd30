package fairnotice.notice;

import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.mail.Mailings;
import fairnotice.mail.Outgoing;
import fairnotice.notice.ExpandingDispatch.Cut;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * A page of notices whose customers are written to again, at the contacts that were reached before, those included that one person removed
 * meanwhile ({@link NoticeContacts#removed}), and at those added since who would be written to first; when a change took effect, at all that
 * get the letters of the customer's case. Nobody is reminded of a notice that is over, however late the reminder comes, nor while a
 * conversation about the change goes on; and nobody who has left, or whose own notice still runs, is told that it is in effect.
 */
@Service
class FollowUpBatch {

    private final VendorChanges changes;
    private final Registers registers;
    private final NoticeContacts noticeContacts;
    private final Notices notices;
    private final Mailings mailings;
    private final StandardDates standardDates;
    private final CustomersInConversation inConversation;
    private final EffectOnCustomers effects;
    private final ExemptionsHeld exemptions;

    FollowUpBatch(
            VendorChanges changes,
            Registers registers,
            NoticeContacts noticeContacts,
            Notices notices,
            Mailings mailings,
            StandardDates standardDates,
            CustomersInConversation inConversation,
            EffectOnCustomers effects,
            ExemptionsHeld exemptions) {
        this.changes = changes;
        this.registers = registers;
        this.noticeContacts = noticeContacts;
        this.notices = notices;
        this.mailings = mailings;
        this.standardDates = standardDates;
        this.inConversation = inConversation;
        this.effects = effects;
        this.exemptions = exemptions;
    }

    Cut cut(Dispatch telling, Instant now) {
        boolean reminder = telling.occasion() == Occasion.REMINDER;
        List<Notice> page = page(telling, reminder);
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
            VendorChange change = changes.getByReference(telling.reference());
            mailings.append(
                    telling.contractualMailing(),
                    telling.occasion() == Occasion.IN_EFFECT
                            ? inEffect(change, policy, concerned, now)
                            : messages(change, policy, telling.occasion(), concerned, now));
        }
        long cursor =
                page.isEmpty() ? telling.cursor() : page.get(page.size() - 1).id();
        return new Cut(cursor, page.size() < ExpandingDispatch.PAGE);
    }

    /** Of what is in effect customers that have only the public page hear as well, where they have a case. */
    private List<Notice> page(Dispatch telling, boolean reminder) {
        return telling.occasion() == Occasion.IN_EFFECT
                ? notices.given(telling.reference(), telling.round(), telling.cursor(), ExpandingDispatch.PAGE)
                : notices.told(
                        telling.reference(), telling.round(), telling.cursor(), ExpandingDispatch.PAGE, reminder);
    }

    static boolean concerns(Occasion occasion, Notice notice, Instant now) {
        return switch (occasion) {
            case REMINDER -> notice.runsAt(now);
            case IN_EFFECT -> notice.isBoundAt(now);
            default -> true;
        };
    }

    /**
     * Whom a notice reached, by customer, besides who counts for it now. That it no longer counts is told to everybody, also to who does not
     * count for a case yet.
     */
    private Map<Long, List<Contact>> others(Occasion occasion, List<Notice> page, Collection<Customer> counted) {
        if (occasion == Occasion.WITHDRAWAL || occasion == Occasion.AMENDMENT) {
            return noticeContacts.everybodyByNotice(page).values().stream()
                    .collect(Collectors.toMap(Customer::id, Customer::contacts, (one, same) -> one));
        }
        return page.isEmpty() ? Map.of() : noticeContacts.removed(page.get(0).reference(), counted);
    }

    private List<Outgoing> messages(
            VendorChange change, NoticePolicy policy, Occasion occasion, List<Notice> page, Instant now) {
        NoticeDates standard = standardDates.of(change, policy, now);
        Map<Long, Customer> counted = noticeContacts.byNotice(page);
        List<Notice> concerned = page.stream()
                .filter(notice -> occasion != Occasion.REMINDER
                        || !hasEndedAll(notice, counted.get(notice.id()), standard, change))
                .toList();
        Map<Long, ExemptionsHeld.Held> held =
                exemptions.of(change, concerned.stream().map(Notice::customer).toList());
        return written(
                concerned,
                counted,
                others(occasion, concerned, counted.values()),
                (notice, customer, contacts) -> stillThere(customer, contacts, policy),
                (notice, customer, contact) ->
                        message(notice, customer, contact, change, policy, standard, held.get(customer.id()), now));
    }

    /** Whoever terminated its last order is reminded of no day that comes after it, since nothing comes of the notice any more. */
    private static boolean hasEndedAll(Notice notice, Customer customer, NoticeDates standard, VendorChange change) {
        return customer != null
                && notice.dates() != null
                && PersonalFields.endsBefore(customer, notice.dates().earliestUse(standard, change.earliestGoLive()))
                && customer.orders().stream()
                        .filter(order -> customer.lastDay()
                                .filter(order.lastDay()::equals)
                                .isPresent())
                        .anyMatch(order -> order.wholeEnd().isPresent());
    }

    private static Outgoing message(
            Notice notice,
            Customer customer,
            Contact contact,
            VendorChange change,
            NoticePolicy policy,
            NoticeDates standard,
            ExemptionsHeld.Held held,
            Instant now) {
        boolean waits = ExpeditedRules.isToWait(change, customer, policy)
                && !ExpeditedRules.lastOf(notice.dates(), notice.mayObject()).isOverAt(now);
        LocalDate use = ExpeditedRules.earliestUse(waits, notice.mayObject(), notice.dates(), standard, change);
        Outgoing message = PersonalFields.givenOn(
                PersonalFields.message(
                        notice.id(),
                        customer,
                        contact,
                        notice.mayObject(),
                        notice.dates(),
                        use,
                        waits,
                        reachedOn(notice, change, policy),
                        now),
                LocalDate.ofInstant(notice.givenAt(), policy.zone()));
        return held == null ? message : PersonalFields.exempted(message, held, use, policy.zone());
    }

    /** Null where a message reached it at once, or the change did not go first. */
    private static LocalDate reachedOn(Notice notice, VendorChange change, NoticePolicy policy) {
        return change.isPublished() && notice.missedAt() != null
                ? LocalDate.ofInstant(ExpeditedRules.inUseSince(change, notice), policy.zone())
                : null;
    }

    /**
     * Whoever has left is told of nothing any more, and nobody whose own notice still runs. Where there is a case, all hear of it who get
     * the case's letters; a customer that was served otherwise is written to as if for the first time.
     */
    List<Outgoing> inEffect(VendorChange change, NoticePolicy policy, List<Notice> page, Instant now) {
        Map<Long, Customer> byNotice = noticeContacts.byNotice(page);
        LocalDate publishedOn = LocalDate.ofInstant(change.publishedAt(), policy.zone());
        Map<Long, EffectOnCustomer> effect = effects.of(change, List.copyOf(byNotice.values()), page);
        List<Notice> there = page.stream()
                .filter(notice -> effect.containsKey(notice.customer()))
                .filter(notice -> effect.get(notice.customer()).use().isTold())
                .filter(notice -> notice.told() || hasCase(effect, notice))
                .toList();
        return written(
                there,
                byNotice,
                others(Occasion.IN_EFFECT, there, byNotice.values()),
                (notice, customer, contacts) -> {
                    if (hasCase(effect, notice)) {
                        return customer.contacts();
                    }
                    return contacts.reached().isEmpty()
                            ? AudienceRules.first(customer, policy)
                            : stillThere(customer, contacts, policy);
                },
                (notice, customer, contact) -> PersonalFields.inEffect(
                        notice, customer, contact, effect.get(customer.id()), publishedOn, now));
    }

    private static boolean hasCase(Map<Long, EffectOnCustomer> effect, Notice notice) {
        EffectOnCustomer own = effect.get(notice.customer());
        return own.objection() != null || own.agreedIn() != null;
    }

    /** What one contact of a customer is written about its notice. */
    private interface Written {

        Outgoing to(Notice notice, Customer customer, Contact contact);
    }

    /** Which contacts of a customer are written to about its notice. */
    private interface Recipients {

        List<Contact> of(Notice notice, Customer customer, WrittenTo contacts);
    }

    /** Ids of the contacts that a notice was written to, and of those of them that it reached. */
    private record WrittenTo(Set<Long> tried, Set<Long> reached) {

        static WrittenTo of(List<ContactOutcome> outcomes) {
            return new WrittenTo(
                    ids(outcomes.stream()),
                    ids(outcomes.stream().filter(outcome -> outcome.state().reached())));
        }

        private static Set<Long> ids(Stream<ContactOutcome> outcomes) {
            return outcomes.map(ContactOutcome::contact).collect(Collectors.toSet());
        }
    }

    /** @param others of these, by customer, only those are written to that its notice reached */
    private List<Outgoing> written(
            List<Notice> page,
            Map<Long, Customer> byNotice,
            Map<Long, List<Contact>> others,
            Recipients recipients,
            Written written) {
        Map<Long, List<ContactOutcome>> outcomes = notices
                .contacts(page.stream().map(Notice::id).toList())
                .stream()
                .collect(Collectors.groupingBy(ContactOutcome::notice));
        List<Outgoing> messages = new ArrayList<>();
        for (Notice notice : page) {
            Customer customer = byNotice.get(notice.id());
            WrittenTo contacts = WrittenTo.of(outcomes.getOrDefault(notice.id(), List.of()));
            if (customer != null && notice.dates() != null) {
                List<Contact> counted = recipients.of(notice, customer, contacts);
                Stream<Contact> besides = others.getOrDefault(customer.id(), List.of()).stream()
                        .filter(contact -> contacts.reached().contains(contact.id()))
                        .filter(contact -> counted.stream().noneMatch(each -> each.id() == contact.id()));
                Stream.concat(counted.stream(), besides)
                        .map(contact -> written.to(notice, customer, contact))
                        .forEach(messages::add);
            }
        }
        return messages;
    }

    /** Those that were reached, and of those who would be written to first whoever was added since; when they are gone by now, all of these. */
    private static List<Contact> stillThere(Customer customer, WrittenTo contacts, NoticePolicy policy) {
        if (contacts.reached().isEmpty()) {
            return List.of();
        }
        List<Contact> there = customer.contacts().stream()
                .filter(contact -> contacts.reached().contains(contact.id()))
                .toList();
        return there.isEmpty()
                ? AudienceRules.first(customer, policy)
                : Stream.concat(there.stream(), AudienceRules.firstBut(contacts.tried(), customer, policy).stream())
                        .toList();
    }
}
