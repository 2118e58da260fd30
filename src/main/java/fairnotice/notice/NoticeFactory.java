package fairnotice.notice;

import fairnotice.calendar.Days;
import fairnotice.calendar.Deadline;
import fairnotice.calendar.Holidays;
import fairnotice.change.ChangeState;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.customer.UnconfirmedChange;
import fairnotice.mail.Outgoing;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules by which customers are given notices of one change at one time, under one policy version.
 *
 * @param standard the dates that hold for everybody
 * @param now legal time of the giving
 */
record NoticeFactory(VendorChange change, NoticePolicy policy, Holidays holidays, NoticeDates standard, Instant now) {

    /** @param change announced, or about to be */
    static NoticeFactory of(VendorChange change, NoticePolicy policy, Holidays holidays, Instant now) {
        Instant announced = change.announcedAt() == null ? now : change.announcedAt();
        return new NoticeFactory(change, policy, holidays, NoticeDates.standard(policy, announced, holidays), now);
    }

    /** Of a change that is in effect: whoever was a customer when it was announced, and was not given notice by the books of then. */
    boolean isEntitled(Customer customer) {
        boolean entitled = AudienceRules.isEntitled(customer, policy, change.reference(), today());
        return entitled && (!isTooLate() || AudienceRules.wasCustomerAt(customer, announcedOn(), today()));
    }

    /** Whether its notices should have been given before the change took effect, and it is in effect. */
    boolean isTooLate() {
        return change.state() == ChangeState.PUBLISHED;
    }

    /** Whether a change that is in effect is so for others only, until the notice has ended. One that went first is by the customer's own terms. */
    boolean isLeavingOut() {
        return isTooLate() && change.round().track() != Track.EXPEDITED;
    }

    private LocalDate announcedOn() {
        return LocalDate.ofInstant(change.announcedAt(), policy.zone());
    }

    boolean isTold(Customer customer) {
        return AudienceRules.isTold(customer, policy);
    }

    /**
     * Those written to first.
     *
     * @param waits a change of its contacts that waits for another administrator; null for none. Whoever would have been written to before it is
     *     written to as well, so that nobody alone has a notice go elsewhere (decision record 16).
     */
    List<Contact> contacts(Customer customer, UnconfirmedChange waits) {
        List<Contact> today = AudienceRules.first(customer, policy);
        if (waits == null) {
            return today;
        }
        Stream<Contact> earlier = AudienceRules.first(waits.withEverybodyBefore(customer), policy).stream()
                .map(contact -> customer.contacts().stream()
                        .filter(each -> each.id() == contact.id())
                        .findFirst()
                        .orElse(contact))
                .filter(contact -> today.stream().noneMatch(each -> each.id() == contact.id()));
        return Stream.concat(today.stream(), earlier).toList();
    }

    /** The notice of an entitled customer; it runs already where the change's page starts it. @param waits as of {@link #contacts} */
    NewNotice notice(Customer customer, UnconfirmedChange waits) {
        FrozenTerms terms = terms(customer);
        boolean told = isTold(customer);
        Start start = StartRules.startsWithPage(policy, told) ? expectedStart(told) : null;
        return new NewNotice(
                customer.id(),
                told,
                AudienceRules.mayObject(customer, policy),
                terms,
                start,
                start == null ? null : dates(terms, start),
                boundUntil(customer),
                told
                        ? contacts(customer, waits).stream()
                                .map(contact -> Recipient.of(contact, waits))
                                .toList()
                        : List.of());
    }

    /**
     * The first message to one contact, with the dates as they stand if it is handed over now.
     *
     * @param held the exemption that the customer agreed to before; null for none
     */
    Outgoing message(long notice, Customer customer, Contact contact, ExemptionsHeld.Held held) {
        FrozenTerms terms = terms(customer);
        return message(notice, customer, contact, terms, AudienceRules.mayObject(customer, policy), null, held);
    }

    /** The customer's, and where a change of them waits to be confirmed the longer of each period. */
    private FrozenTerms terms(Customer customer) {
        return customer.allTerms().stream()
                .map(terms -> FrozenTerms.of(policy, terms))
                .reduce((one, other) ->
                        one.orLonger(other, dates(one, expectedStart(true)), dates(other, expectedStart(true))))
                .orElseThrow();
    }

    /**
     * A later message of a notice that is there: by the terms frozen in it, whatever was negotiated since.
     *
     * @param written what became of its messages before
     * @param held the exemption that the customer agreed to before; null for none
     */
    Outgoing message(
            Notice notice, Customer customer, Contact contact, List<ContactOutcome> written, ExemptionsHeld.Held held) {
        LocalDate reachedOn = notice.missedAt() == null ? null : today();
        Outgoing message = message(notice.id(), customer, contact, notice.terms(), notice.mayObject(), reachedOn, held);
        boolean waits = ExpeditedRules.isToWait(change, customer, policy);
        return ExpeditedRules.usedUntilMissed(change, notice, written, policy.zone())
                .filter(until -> !waits && held == null)
                .map(until -> PersonalFields.usedUntil(message, LocalDate.ofInstant(until, policy.zone())))
                .orElse(message);
    }

    private Outgoing message(
            long notice,
            Customer customer,
            Contact contact,
            FrozenTerms terms,
            boolean mayObject,
            LocalDate reachedOn,
            ExemptionsHeld.Held held) {
        NoticeDates dates = dates(terms, expectedStart(true));
        boolean waits = ExpeditedRules.isToWait(change, customer, policy);
        LocalDate use = ExpeditedRules.earliestUse(waits, mayObject, dates, standard, change);
        Outgoing message =
                PersonalFields.message(notice, customer, contact, mayObject, dates, use, waits, reachedOn, now);
        return held == null ? message : PersonalFields.exempted(message, held, use, policy.zone());
    }

    /** What starts the clock of a notice that is given now. */
    Start expectedStart(boolean told) {
        return StartRules.expected(policy, holidays, told, now);
    }

    NoticeDates dates(FrozenTerms terms, Start start) {
        return NoticeDates.counted(terms, policy, start, holidays);
    }

    /** When the customer's last order ends; an order that ends stops binding dates. */
    Instant boundUntil(Customer customer) {
        return customer.lastDay()
                .map(day -> Deadline.on(day, policy.zone()).endsAt())
                .orElse(null);
    }

    /** When its notice no longer keeps the change back: when it has ended, or the customer's last order has. */
    Instant bindsUntil(Customer customer, NoticeDates dates) {
        Instant ends = dates.noticeEnds().endsAt();
        Instant bound = boundUntil(customer);
        return bound != null && bound.isBefore(ends) ? bound : ends;
    }

    /** When use may begin as far as no customer's own clock says otherwise. */
    Instant earliestForAll() {
        return Days.start(standard.earliestUse(standard, change.earliestGoLive()), policy.zone());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, policy.zone());
    }
}
