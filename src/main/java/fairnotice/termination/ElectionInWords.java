package fairnotice.termination;

import fairnotice.calendar.Deadline;
import fairnotice.refusal.Language;
import fairnotice.refusal.Phrase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** What a customer chooses when it terminates orders, in words. */
final class ElectionInWords {

    private ElectionInWords() {}

    /** Names exactly what is confirmed: the choice and what is refunded for it. Another choice, or another sum, is another act, another language is not. */
    static String act(String objection, Worksheet worksheet) {
        String chosen = Language.EN.speak(() -> ends(worksheet) + " = " + amounts(worksheet));
        return "terminate " + objection + " " + DigestUtils.sha256Hex(chosen);
    }

    /** What whoever gets the code binds its organisation to, as the page shows it. */
    static String inFull(Worksheet worksheet, String refund) {
        return Stream.of(
                        RefundMessages.of("code"),
                        ends(worksheet),
                        steps(
                                "code.steps",
                                worksheet,
                                worksheet.lines().stream().map(line -> RefundStatement.step(worksheet, line))),
                        steps(
                                "code.outstanding",
                                worksheet,
                                worksheet.outstanding().stream()
                                        .map(fee -> RefundStatement.outstanding(worksheet, fee))),
                        refund)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** As the worksheet has them: what was paid, with what was deducted before, and what of it is left. */
    private static String steps(String heading, Worksheet worksheet, Stream<RefundStatement.Step> steps) {
        String written = steps.map(step -> RefundMessages.of("code.step", step.what(), step.invoice(), step.period())
                        + "\n  " + step.inputs() + "\n  " + step.formula())
                .collect(Collectors.joining("\n"));
        return written.isEmpty() ? "" : RefundMessages.of(heading, worksheet.zone()) + "\n\n" + written;
    }

    static String ends(Worksheet worksheet) {
        return worksheet.ends().stream().map(end -> "- " + end).collect(Collectors.joining("\n"));
    }

    static String refund(Worksheet worksheet, String publisher, RefundDates.Due due) {
        String day = RefundMessages.day(worksheet.electedOn());
        if (!worksheet.isRefundDue()) {
            return RefundMessages.of("code.none", worksheet.remarkInWords(), day, worksheet.zone());
        }
        return RefundMessages.of(
                "code.refund",
                amounts(worksheet),
                day,
                worksheet.zone(),
                publisher,
                lastDay(due.approvalDue(), worksheet),
                lastDay(due.paymentDue(), worksheet));
    }

    private static String lastDay(Instant endsAt, Worksheet worksheet) {
        return RefundMessages.day(
                Deadline.endingAt(endsAt, ZoneId.of(worksheet.zone())).lastDay());
    }

    private static String amounts(Worksheet worksheet) {
        return Phrase.all(worksheet.totals().stream()
                        .map(total -> RefundMessages.money(total.gross(), total.currency()))
                        .toList())
                .said();
    }
}
