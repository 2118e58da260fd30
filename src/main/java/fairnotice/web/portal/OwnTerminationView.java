package fairnotice.web.portal;

import fairnotice.calendar.Deadline;
import fairnotice.objection.WaitingDispute;
import fairnotice.termination.DataAfterEnd;
import fairnotice.termination.Election;
import fairnotice.termination.OrderEnd;
import fairnotice.termination.RefundDates;
import fairnotice.termination.RefundStatement;
import fairnotice.termination.Termination;
import fairnotice.termination.TerminationState;
import fairnotice.termination.Worksheet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A termination as its customer reads it.
 *
 * @param state end of the key of the words that say where it stands
 * @param units what of its units is to be paid back, or was, a sentence for each invoice, by order
 * @param totals as they were worked out until a second person has approved an alteration
 * @param used what counts as used, in words, and what was withheld or added, by currency
 * @param adjustments what was withheld or added, and why, a sentence for each currency
 * @param alteration why the refund differs from what was worked out; null when it does not
 * @param calculated the amounts that were worked out
 * @param toldAs the end of the key that tells the alteration
 * @param recalculated the amounts it was told when it chose, where they were worked out again since; none where they were not
 * @param none whether nothing is refunded as it was worked out
 * @param nothingLeft end of the key of the words for that nothing was paid: whether a refund was calculated and was lowered to nothing
 * @param payments what was paid of the refund, each with its day in the zone
 * @param approvalDue last day by which the refund is to be approved, in the zone
 * @param paymentDue last day by which it is to be paid
 * @param late whether the last day for what the publisher does next has passed
 * @param data what it is told of its personal data after the end
 * @param statement whether the statement was sent
 * @param disputable whether it may write against a refund that was lowered, or is none
 * @param disputed what it wrote so and was not answered; null where nothing waits
 */
record OwnTerminationView(
        String reference,
        TerminationState state,
        List<OrderEnd> ends,
        Map<String, List<String>> units,
        List<Worksheet.Total> totals,
        Map<String, String> used,
        List<String> adjustments,
        String alteration,
        List<String> calculated,
        String toldAs,
        List<String> recalculated,
        boolean none,
        String nothingLeft,
        List<RefundStatement.Paid> payments,
        LocalDate approvalDue,
        LocalDate paymentDue,
        boolean late,
        ZoneId zone,
        DataAfterEnd data,
        boolean statement,
        boolean disputable,
        WaitingDispute disputed) {

    static OwnTerminationView of(
            Termination termination, RefundDates.Due due, DataAfterEnd data, WaitingDispute disputed, Instant now) {
        ZoneId zone = ZoneId.of(termination.worksheet().zone());
        return new OwnTerminationView(
                termination.reference(),
                termination.state(),
                termination.ends(now),
                termination.worksheet().elections().stream()
                        .map(Election::order)
                        .distinct()
                        .collect(Collectors.toMap(
                                Function.identity(), order -> RefundStatement.units(termination, order))),
                totals(termination),
                totals(termination).stream()
                        .collect(Collectors.toMap(
                                Worksheet.Total::currency, total -> RefundStatement.used(termination, total))),
                RefundStatement.adjustments(termination),
                termination.alteration(),
                RefundStatement.calculated(termination),
                termination.toldAs(),
                RefundStatement.recalculated(termination),
                !termination.worksheet().isRefundDue(),
                termination.isLoweredToNothing() ? ".lowered" : "",
                RefundStatement.payments(termination),
                Deadline.endingAt(due.approvalDue(), zone).lastDay(),
                Deadline.endingAt(due.paymentDue(), zone).lastDay(),
                isLate(termination.state(), due, now),
                zone,
                data,
                termination.confirmedAt() != null,
                termination.isDisputable(),
                disputed);
    }

    private static List<Worksheet.Total> totals(Termination termination) {
        return termination.state() == TerminationState.ALTERED
                ? termination.worksheet().totals()
                : termination.totals();
    }

    private static boolean isLate(TerminationState state, RefundDates.Due due, Instant now) {
        return switch (state) {
            case CALCULATED, ALTERED -> !now.isBefore(due.approvalDue());
            case APPROVED -> !now.isBefore(due.paymentDue());
            default -> false;
        };
    }
}
