package fairnotice.notice;

import fairnotice.calendar.Deadline;
import fairnotice.change.Track;
import fairnotice.change.VendorChange;
import fairnotice.customer.Customer;
import fairnotice.register.NoticePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** For whom a change that takes effect before its notices does so at once, and what everybody else waits for. */
public final class ExpeditedRules {

    private ExpeditedRules() {}

    /** The customer's terms; where they leave it open the policy's word, which allows it by having the exception. */
    public static boolean isAllowed(Customer customer, NoticePolicy policy) {
        Boolean own = customer.expeditedAllowed();
        return own != null ? own : policy.expedited() != null;
    }

    /** Whether the change went first although the customer's agreement does not allow it: it counts for it after notice and window in full. */
    static boolean isToWait(VendorChange change, Customer customer, NoticePolicy policy) {
        return change.round().track() == Track.EXPEDITED && !isAllowed(customer, policy);
    }

    /**
     * Since when a change that went first is in use for a customer whose agreement allows that: its go-live; for one that no message could
     * reach, when one did. Null while none has.
     */
    public static Instant inUseSince(VendorChange change, Notice notice) {
        if (notice.missedAt() == null) {
            return change.publishedAt();
        }
        Start reached = notice.start();
        return reached == null || reached.at().isAfter(change.publishedAt())
                ? Optional.ofNullable(reached).map(Start::at).orElse(null)
                : change.publishedAt();
    }

    /**
     * Until when a change that went first was in use for a customer although no message of its notice reached it: a message was accepted and came
     * back, or was tried for days. Empty where it was known at once that none does, and where one has.
     *
     * @param contacts what became of each message of the notice
     */
    public static Optional<Instant> usedUntilMissed(
            VendorChange change, Notice notice, List<ContactOutcome> contacts, ZoneId zone) {
        Instant missed = notice.missedAt();
        if (missed == null || !change.isPublished() || !missed.isAfter(change.publishedAt())) {
            return Optional.empty();
        }
        boolean accepted = contacts.stream()
                .filter(ContactOutcome::counts)
                .anyMatch(contact -> contact.handedOverAt() != null
                        && !contact.handedOverAt().isAfter(missed));
        boolean tried = LocalDate.ofInstant(missed, zone).isAfter(LocalDate.ofInstant(change.publishedAt(), zone));
        return accepted || tried ? Optional.of(missed) : Optional.empty();
    }

    /** The first day on which the vendor may be used for the customer, as far as its own and the standard dates say. */
    static LocalDate earliestUse(
            boolean waits, boolean mayObject, NoticeDates dates, NoticeDates standard, VendorChange change) {
        return waits ? lastOf(dates, mayObject).dayAfter() : dates.earliestUse(standard, change.earliestGoLive());
    }

    /** The last day of notice and window, which have both to end for a customer whose agreement does not allow it. */
    public static Deadline lastOf(NoticeDates dates, boolean mayObject) {
        Deadline ends = dates.noticeEnds();
        Deadline closes = dates.objectionsClose();
        return mayObject && closes.endsAt().isAfter(ends.endsAt()) ? closes : ends;
    }
}
