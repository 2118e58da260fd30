package fairnotice.objection;

import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.customer.Customer;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeStanding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** A change as it is for one customer: each part is read when it is asked for, and once. Of nobody's there is the change alone. */
record ChangeForCustomer(
        Supplier<VendorChange> change,
        Supplier<Optional<Notice>> notice,
        Supplier<Optional<NoticeStanding>> standing,
        Supplier<List<Objection>> objections,
        Supplier<Optional<Customer>> customer,
        Supplier<Optional<Objection>> exempted) {

    /**
     * @param notice its newest of the change
     * @param standing how a notice of the change stands
     * @param objections its own to the change, newest first
     * @param customer with the orders that its objections count
     * @param exempted what it was exempted from the change by: an agreement about an earlier one of the same vendor
     */
    static ChangeForCustomer of(
            Supplier<VendorChange> change,
            Supplier<Optional<Notice>> notice,
            BiFunction<Notice, VendorChange, NoticeStanding> standing,
            Supplier<List<Objection>> objections,
            Supplier<Optional<Customer>> customer,
            Function<VendorChange, Optional<Objection>> exempted) {
        Supplier<VendorChange> one = Once.of(change);
        Supplier<Optional<Notice>> newest = Once.of(notice);
        return new ChangeForCustomer(
                one,
                newest,
                Once.of(() -> newest.get().map(given -> standing.apply(given, one.get()))),
                Once.of(objections),
                Once.of(customer),
                Once.of(() -> exempted.apply(one.get())));
    }

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

    boolean isTold() {
        return notice.get().filter(Notice::told).isPresent();
    }

    Optional<Deadline> openUntil() {
        return notice.get().filter(Notice::mayObject).isEmpty()
                ? Optional.empty()
                : started()
                        .filter(of -> of.objections() == NoticeStanding.Objections.IN_TIME)
                        .map(of -> of.dates().objectionsClose());
    }

    boolean goesOnAfter(LocalDate day) {
        return customer.get().filter(known -> goesOnAfter(known, day)).isPresent();
    }

    static boolean goesOnAfter(Customer customer, LocalDate day) {
        return customer.orders().stream().anyMatch(order -> order.lastDay().isAfter(day));
    }
}
