package fairnotice.objection;

import fairnotice.change.VendorChange;
import fairnotice.customer.Customer;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeStanding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A change as it is for one customer, each part read when it is asked for. Of nobody known there is the change alone.
 *
 * @param notice its newest of the change
 * @param standing how that stands
 * @param objections its own to the change, newest first
 * @param customer with the orders that its objections count
 * @param exempted in which objection to an earlier change of the same vendor an exemption from this one was agreed
 */
record ChangeForCustomer(
        Supplier<VendorChange> change,
        Supplier<Optional<Notice>> notice,
        Supplier<Optional<NoticeStanding>> standing,
        Supplier<List<Objection>> objections,
        Supplier<Optional<Customer>> customer,
        Supplier<Optional<Objection>> exempted) {

    Optional<NoticeStanding> started() {
        return standing.get().filter(of -> of.start() != null);
    }

    /** The first day of use by its own notice; empty while that has not started, and for a change that went first. */
    Optional<LocalDate> allowedFrom() {
        return started().filter(of -> !of.wentFirst()).map(NoticeStanding::allowedFrom);
    }

    /** Whether the change is in effect as far as the notice says, whatever the customer terminated before. */
    boolean isLive() {
        return change.get().isPublished()
                && standing.get()
                        .filter(of -> of.inUseSince() != null && of.state().counts())
                        .isPresent();
    }

    boolean isNoticeOver() {
        return standing.get()
                .filter(of -> of.state() == NoticeStanding.State.OVER)
                .isPresent();
    }

    static boolean goesOnAfter(Customer customer, LocalDate day) {
        return customer.orders().stream().anyMatch(order -> order.lastDay().isAfter(day));
    }
}
