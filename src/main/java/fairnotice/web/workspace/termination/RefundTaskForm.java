package fairnotice.web.workspace.termination;

import fairnotice.inbox.Completion;
import fairnotice.inbox.Completion.Refunding;
import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Refused;
import fairnotice.refusal.WrittenAmount;
import fairnotice.refusal.WrittenDay;
import fairnotice.termination.Payout;
import fairnotice.termination.Termination;
import fairnotice.web.workspace.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody of the finance group decides, as typed.
 *
 * @param rows one for each currency
 * @param seen version of the termination on its page; null where that is not stated
 */
record RefundTaskForm(String outcome, String comment, List<Row> rows, Integer seen) {

    /** @param amount the refund before tax, for an alteration; with the payment's reference and day once it was paid */
    record Row(String currency, String amount, String paymentReference, String paidOn) {}

    static RefundTaskForm blank(Termination termination) {
        return new RefundTaskForm(null, null, calculated(termination), termination.version());
    }

    private static List<Row> calculated(Termination termination) {
        return termination.totals().stream()
                .map(total -> new Row(total.currency(), WrittenAmount.typed(total.net()), null, null))
                .toList();
    }

    /** The form as it is shown again beside what stands now: amounts of a calculation that is over would be refused for ever. */
    RefundTaskForm beside(Termination now) {
        return seen == null || seen == now.version()
                ? this
                : new RefundTaskForm(outcome, comment, calculated(now), now.version());
    }

    /** Read by hand: the fields of a currency carry its code in their names. */
    static RefundTaskForm of(HttpServletRequest request, Termination termination) {
        return new RefundTaskForm(
                request.getParameter("outcome"),
                request.getParameter("comment"),
                termination.totals().stream()
                        .map(total -> row(total.currency(), request))
                        .toList(),
                seen(request.getParameter("seen")));
    }

    /** What is no number is the version of nothing. */
    private static Integer seen(String version) {
        return version == null ? null : version.matches("\\d{1,9}") ? Integer.valueOf(version) : Integer.valueOf(-1);
    }

    private static Row row(String currency, HttpServletRequest request) {
        return new Row(
                currency,
                request.getParameter("amount[" + currency + "]"),
                request.getParameter("paymentReference[" + currency + "]"),
                request.getParameter("paidOn[" + currency + "]"));
    }

    /**
     * @param due currencies in which something is to be paid
     * @throws Refused when nothing was chosen or something cannot be read
     */
    Completion completion(Collection<String> due) {
        if (outcome == null || outcome.isBlank()) {
            throw Refused.invalid("outcome", "refused.task.choose");
        }
        Refunding refunding =
                new Refunding(isApproval() ? amounts() : Map.of(), isPayment() ? payouts(due) : List.of(), seen);
        return Completion.of(outcome, Problems.text(comment)).refunding(refunding);
    }

    /** Amounts are sent along where they can be altered: as calculated approves those that were shown. */
    private boolean isApproval() {
        boolean shown = rows.stream().anyMatch(row -> row.amount() != null);
        return outcome.equals("alter") || outcome.equals("approve") && shown;
    }

    boolean isPayment() {
        return "paid".equals(outcome);
    }

    boolean isRecalculation() {
        return "recalculate".equals(outcome);
    }

    private Map<String, BigDecimal> amounts() {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            amounts.put(rows.get(i).currency(), amount(i));
        }
        return amounts;
    }

    private BigDecimal amount(int row) {
        return WrittenAmount.read(rows.get(row).amount())
                .orElseThrow(() -> Refused.invalid("rows[" + row + "].amount", "refused.amount"));
    }

    private List<Payout> payouts(Collection<String> due) {
        return rows.stream()
                .filter(row -> due.contains(row.currency()))
                .map(row -> new Payout(
                        row.currency(),
                        Problems.text(row.paymentReference()),
                        WrittenDay.typed("rows[" + rows.indexOf(row) + "].paidOn", row.paidOn())))
                .toList();
    }

    /** A refusal with its problems on the fields of this form: the use cases count payments, and name amounts by currency. */
    Refused onFields(Refused refused, Collection<String> due) {
        if (refused.because() != Refused.Because.INVALID) {
            return refused;
        }
        List<Row> paid =
                rows.stream().filter(row -> due.contains(row.currency())).toList();
        return Refused.invalid(refused.problems().stream()
                .map(problem -> new FieldProblem(field(problem.field(), paid), problem.phrase()))
                .toList());
    }

    private String field(String named, List<Row> paid) {
        for (Row row : rows) {
            if (named.equals("amounts." + row.currency())) {
                return "rows[" + rows.indexOf(row) + "].amount";
            }
        }
        for (int i = 0; i < paid.size(); i++) {
            String prefix = "payments[" + (i + 1) + "].";
            if (named.startsWith(prefix)) {
                return "rows[" + rows.indexOf(paid.get(i)) + "]." + named.substring(prefix.length());
            }
        }
        return named.equals("reason") ? "comment" : named;
    }
}
