package fairnotice.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a customer has paid less by its new orders than by those before, so that a refund may be less (decision record 16). Units that are
 * used up meanwhile are no such change: they are counted every day.
 */
final class PaidLess {

    private PaidLess() {}

    /** @param today orders that were over before this day matter no more */
    static boolean isIn(Customer after, Customer before, LocalDate today) {
        Map<String, Order> orders =
                after.orders().stream().collect(Collectors.toMap(Order::externalId, Function.identity()));
        return before.orders().stream()
                .filter(order -> !order.lastDay().isBefore(today))
                .anyMatch(order -> Optional.ofNullable(orders.get(order.externalId()))
                        .map(now -> isLess(now, order))
                        .orElse(true));
    }

    private static boolean isLess(Order after, Order before) {
        if (!after.currency().equals(before.currency()) || total(after).compareTo(total(before)) < 0) {
            return true;
        }
        return !before.lines().isEmpty()
                && before.lines().stream()
                        .flatMap(line -> line.payments().stream()
                                .map(payment -> isLess(payments(after, line, payment), payment)))
                        .anyMatch(less -> less);
    }

    /** What the order says after of that invoice, for a period that begins on that day. */
    private static Stream<Payment> payments(Order after, OrderLine before, Payment payment) {
        return after.lines().stream()
                .filter(line -> line.externalId().equals(before.externalId()))
                .flatMap(line -> line.payments().stream())
                .filter(each -> each.begins().equals(payment.begins())
                        && InvoiceNumber.key(each.invoice()).equals(InvoiceNumber.key(payment.invoice())));
    }

    private static boolean isLess(Stream<Payment> after, Payment before) {
        return before.isPaid()
                && after.noneMatch(payment -> payment.isPaid()
                        && !payment.ends().isBefore(before.ends())
                        && payment.taxRate().compareTo(before.taxRate()) >= 0
                        && payment.kept().compareTo(before.kept()) >= 0
                        && isNoFewer(payment.unitsBought(), before.unitsBought()));
    }

    /** Units of a line that was priced by time before, or the other way round, are others. */
    private static boolean isNoFewer(Long bought, Long before) {
        return bought == null || before == null ? Objects.equals(bought, before) : bought >= before;
    }

    private static BigDecimal total(Order order) {
        return order.linesOrWhole().stream()
                .flatMap(line -> line.payments().stream())
                .filter(Payment::isPaid)
                .map(Payment::kept)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
